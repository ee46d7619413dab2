package io.osusume.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What night it is. */
public record RunConfig(Optional<LocalDate> asOf, ZoneId zone, Language language, Mode mode) {
    /** Languages that texts are written in. */
    public enum Language {
        EN,
        JA
    }

    /** How the work is laid out: for few rows or for many. What is published is the same. */
    public enum Mode {
        AUTO,
        SMALL,
        LARGE
    }
}
