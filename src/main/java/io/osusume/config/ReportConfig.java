package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import java.util.List;
import java.util.Optional;

/** The report of a night, and what it and the summary say beyond the tables. */
public record ReportConfig(
        boolean enabled,
        List<Language> languages,
        @Range(min = 1, max = 200, unit = "rows") int top,
        @Range(above = 0, unit = "times") double acquisitionCostRatio,
        @Range(min = 1, max = 36_600, unit = "days") Optional<Integer> keepDays,
        boolean names) {
    public ReportConfig {
        languages = List.copyOf(languages);
        Checks checks = new Checks();
        checks.that(!languages.isEmpty(), "languages", "[]", "names no language", "write [en], [ja] or [en, ja]");
        checks.verify();
    }
}
