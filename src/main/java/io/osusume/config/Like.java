package io.osusume.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text must look like. On a map: its keys. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Like {
    /** At least one character that is seen. */
    String NOT_BLANK = ".*\\S.*";

    /** A regular expression of the whole text. */
    String value();

    /** What it is, such as {@code the name of a channel}. */
    String what();
}
