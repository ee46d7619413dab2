package io.osusume.config;

/**
 * How association rules over customers' baskets are mined: what one customer bought within a window is one basket.
 *
 * @param windowDays how far back from the as-of date purchases count
 * @param followUpDays how long after the antecedent was complete its consequent may follow, to count as "then"
 * @param minSupport the smallest share of customers that an itemset must be in, in (0, 1]
 * @param minCount the smallest number of customers an itemset must be in, whatever the share
 */
public record CustomerRulesConfig(int windowDays, int followUpDays, double minSupport, long minCount) {
    public CustomerRulesConfig {
        new Checks()
                .atLeast("window_days", windowDays, 1)
                .between("follow_up_days", followUpDays, 1, Math.max(1, windowDays))
                .that(
                        minSupport > 0 && minSupport <= 1,
                        "min_support",
                        minSupport,
                        "must be a share of customers, above 0 and at most 1")
                .that(minCount >= 1, "min_count", minCount, "must be at least 1")
                .verify();
    }
}
