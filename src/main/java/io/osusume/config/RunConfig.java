package io.osusume.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What night it is. */
public record RunConfig(Optional<LocalDate> asOf, ZoneId zone, Language language) {
    /** Languages that texts are written in. */
    public enum Language {
        EN,
        JA
    }
}
