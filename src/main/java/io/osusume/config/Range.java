package io.osusume.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit of a setting, and between which bounds it lies, each included but {@code above} and {@code below}. On a map: of its values. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Range {
    double min() default Double.NEGATIVE_INFINITY;

    double above() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    double below() default Double.POSITIVE_INFINITY;

    /** What is counted or measured, such as {@code days}; empty where it is a number without a unit. */
    String unit() default "";
}
