package io.osusume.config;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What night it is.
 *
 * @param asOf the day whose end the run looks back from; empty means yesterday in {@code zone}
 * @param zone where a day begins and ends, and how times without a zone are read
 * @param language of reason texts and summaries: {@code en} or {@code ja}
 */
public record RunConfig(Optional<LocalDate> asOf, ZoneId zone, Language language) {
    /** Languages that texts are written in. */
    public enum Language {
        EN,
        JA
    }
}
