package io.osusume.config;

import java.util.Optional;

/** How association rules are mined. */
public record RulesConfig(
        @Range(above = 0, max = 1, unit = "share of baskets")
        double minSupport,

        @Range(min = 1, unit = "baskets") long minCount,
        @Range(min = 2, max = 100, unit = "items") int maxLength,
        @Range(min = 0, max = 1, unit = "share of baskets") double minConfidence,
        @Range(min = 1, unit = "itemsets") int maxItemsets,
        @Range(min = 1, unit = "rules") int maxRules,
        @Range(min = 2, unit = "products") Optional<Integer> maxBasketItems,
        @Range(min = 0, unit = "entries") long inMemoryEntries,
        @Range(min = 1, unit = "days") int recentDays,
        CustomerRulesConfig customer) {
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
                maxItemsets,
                maxRules,
                maxBasketItems,
                inMemoryEntries,
                recentDays,
                customer);
    }
}
