package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** How it is measured whether offers work. */
public record EffectsConfig(
        List<String> outcomes,

        @Range(min = 1, max = 366, unit = "days") int horizonDays,

        @Range(min = 0.0001, max = 0.5, unit = "probability")
        double alpha,

        @Range(min = 0.01, max = 0.999, unit = "probability")
        double power,

        @Range(above = 0, max = 100, unit = "share of the mean of control")
        double worthwhile,

        @Range(min = 10, unit = "customers") int plannedCustomers,
        @Range(min = 2, unit = "customers") int leastCustomers,
        @Range(min = 1, unit = "customers") int leastOutcomes,
        @Range(min = 0, max = 0.5, unit = "probability") double sampleRatio,
        @Range(min = 1, max = 3660, unit = "days") int keepDays)
        implements Serializable {
    public EffectsConfig {
        outcomes = List.copyOf(outcomes);
        new Checks()
                .atLeast("keep_days", keepDays, "effects.horizon_days", horizonDays)
                .verify();
    }
}
