package io.osusume.config;

/** How association rules over customers' baskets are mined: what one customer bought within a window is one basket. */
public record CustomerRulesConfig(
        @Range(min = 1, unit = "days") int windowDays,
        @Range(min = 1, unit = "days") int followUpDays,

        @Range(above = 0, max = 1, unit = "share of customers")
        double minSupport,

        @Range(min = 1, unit = "customers") long minCount) {
    public CustomerRulesConfig {
        new Checks()
                .that(
                        followUpDays <= windowDays,
                        "follow_up_days",
                        followUpDays,
                        "must be at most rules.customer.window_days (" + windowDays + ")",
                        "what follows must fit into the window")
                .verify();
    }
}
