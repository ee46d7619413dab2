package io.osusume.config;

/**
 * How association rules are mined.
 *
 * @param minSupport the smallest share of baskets that an itemset must be in, in (0, 1]
 * @param minCount the smallest number of baskets an itemset must be in, whatever the share
 * @param maxLength the most items in an itemset, antecedent and consequent together
 * @param minConfidence the smallest confidence of a rule
 */
public record RulesConfig(double minSupport, long minCount, int maxLength, double minConfidence) {
    public RulesConfig {
        new Checks()
                .that(
                        minSupport > 0 && minSupport <= 1,
                        "min_support",
                        minSupport,
                        "must be a share of baskets, above 0 and at most 1",
                        "write for instance 0.01 (one basket in a hundred), or set rules.min_count for a number of baskets")
                .that(minCount >= 1, "min_count", minCount, "must be at least 1")
                .between("max_length", maxLength, 2, 100)
                .fraction("min_confidence", minConfidence)
                .verify();
    }

    /** The number of baskets that an itemset must be in, of {@code baskets} in all. */
    public long countNeeded(long baskets) {
        return Math.max(minCount, (long) Math.ceil(minSupport * baskets - 1e-9));
    }
}
