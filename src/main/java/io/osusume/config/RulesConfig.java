package io.osusume.config;

import java.util.Optional;

/**
 * How association rules are mined.
 *
 * @param minSupport the smallest share of baskets that an itemset must be in, in (0, 1]
 * @param minCount the smallest number of baskets an itemset must be in, whatever the share
 * @param maxLength the most items in an itemset, antecedent and consequent together
 * @param minConfidence the smallest confidence of a rule
 * @param maxBasketItems the most items of one basket that are mined; absent for all of them
 * @param inMemoryEntries the most entries (products of baskets) that are mined in memory, not by item groups
 * @param recentDays the last days before the as-of date, over which rules are estimated again
 * @param customer rules over what a customer bought within a window, beside those over single orders
 */
public record RulesConfig(
        double minSupport,
        long minCount,
        int maxLength,
        double minConfidence,
        Optional<Integer> maxBasketItems,
        long inMemoryEntries,
        int recentDays,
        CustomerRulesConfig customer) {
    public RulesConfig {
        Checks checks = new Checks()
                .that(
                        minSupport > 0 && minSupport <= 1,
                        "min_support",
                        minSupport,
                        "must be a share of baskets, above 0 and at most 1",
                        "write for instance 0.01 (one basket in a hundred), or set rules.min_count for a number of baskets")
                .that(minCount >= 1, "min_count", minCount, "must be at least 1")
                .between("max_length", maxLength, 2, 100)
                .fraction("min_confidence", minConfidence)
                .that(inMemoryEntries >= 0, "in_memory_entries", inMemoryEntries, "must be at least 0")
                .atLeast("recent_days", recentDays, 1);
        maxBasketItems.ifPresent(most -> checks.atLeast("max_basket_items", most, 2));
        checks.verify();
    }

    /** The number of baskets that an itemset must be in, of {@code baskets} in all. */
    public long countNeeded(long baskets) {
        return Math.max(minCount, (long) Math.ceil(minSupport * (double) baskets - 1e-9));
    }

    /** The same for customers' baskets, with their own support. */
    public RulesConfig ofCustomers() {
        return new RulesConfig(
                customer.minSupport(),
                customer.minCount(),
                maxLength,
                minConfidence,
                maxBasketItems,
                inMemoryEntries,
                recentDays,
                customer);
    }
}
