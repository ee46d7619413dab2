package io.osusume.config;

import java.util.List;

/** How accounts are scored. */
public record AccountsConfig(
        List<String> senior,

        @Range(min = 2, max = 24, unit = "periods of 28 days")
        int pastPeriods,

        @Range(min = 0, max = 1, unit = "q value") double surgeQValue,
        @Range(min = 1, unit = "people") int surgePeople) {}
