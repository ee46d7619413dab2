package io.osusume;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that takes long, since it carries out nights of its own, simulates worlds, reads public data or opens a browser.
 * {@code mvn verify} leaves it out, and {@code scripts/check}, without which nothing lands, runs it ({@code mvn verify -Pslow}).
 */
@Tag("slow")
@net.jqwik.api.Tag("slow")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slow {}
