package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** How candidates for cross-selling are found, judged and ordered. */
public record RankerConfig(
        boolean enabled,
        @Range(min = 1, max = 366, unit = "days") int horizonDays,
        @Range(min = 1, max = 3660, unit = "days") int soldWithinDays,
        @Range(min = 1, max = 3660, unit = "days") int recentDays,
        @Range(min = 1, max = 10_000, unit = "products") int neighbours,
        @Range(min = 2, max = 512, unit = "factors") int factors,
        @Range(min = 1, unit = "baskets") int ruleCount,
        @Range(min = 1, max = 1_000, unit = "products") int candidatesPerSource,
        @Range(min = 0, max = 10_000, unit = "products") int popularCandidates,
        @Range(min = 1, max = 1_000, unit = "products") int keepPerCustomer,

        @Range(min = 1_000, max = 100_000_000, unit = "events")
        int maxEvents,

        long seed,
        RankerTrainingConfig training,

        @OneOf(
                value = {
                    "similarity",
                    "rules",
                    "factors",
                    "newcomers",
                    "product",
                    "customer",
                    "price",
                    "category",
                    "interest",
                    "lwp"
                },
                what = "group of features")
        List<String> leaveOut)
        implements Serializable {
    public RankerConfig {
        leaveOut = List.copyOf(leaveOut);
    }
}
