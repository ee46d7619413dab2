package io.osusume.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How candidates for cross-selling are found, judged and ordered.
 *
 * @param enabled whether the ranking is done at all; otherwise rules alone make candidates and {@code p_buy} is null
 * @param horizonDays within how many days after the as-of date {@code p_buy} says that a product is bought
 * @param soldWithinDays only products sold within so many days may be offered
 * @param recentDays over how many days recent baskets are held beside those of all time
 * @param neighbours of each product, how many neighbours per list are followed
 * @param factors latent factors
 * @param ruleCount the fewest baskets with both products of a rule
 * @param candidatesPerSource the most candidates of a customer from each source
 * @param popularCandidates the most products that come from what new buyers buy
 * @param keepPerCustomer the best candidates of a customer that go on to become offers
 * @param maxEvents the most purchases that similarities, factors and the model are learned from
 * @param seed of the factors and of the sample of negatives
 * @param training how the model is learned
 * @param leaveOut groups of features that the model does not see, to find out what they are worth
 */
public record RankerConfig(
        boolean enabled,
        int horizonDays,
        int soldWithinDays,
        int recentDays,
        int neighbours,
        int factors,
        int ruleCount,
        int candidatesPerSource,
        int popularCandidates,
        int keepPerCustomer,
        int maxEvents,
        long seed,
        RankerTrainingConfig training,
        List<String> leaveOut)
        implements Serializable {
    /** What {@code leaveOut} may name. */
    public static final Set<String> FEATURE_GROUPS = Set.of(
            "similarity",
            "rules",
            "factors",
            "newcomers",
            "product",
            "customer",
            "price",
            "category",
            "interest",
            "lwp");

    public RankerConfig {
        leaveOut = List.copyOf(leaveOut);
        new Checks()
                .between("horizon_days", horizonDays, 1, 366)
                .between("sold_within_days", soldWithinDays, 1, 3660)
                .between("recent_days", recentDays, 1, 3660)
                .between("neighbours", neighbours, 1, 10_000)
                .between("factors", factors, 2, 512)
                .atLeast("rule_count", ruleCount, 1)
                .between("candidates_per_source", candidatesPerSource, 1, 1_000)
                .between("popular_candidates", popularCandidates, 0, 10_000)
                .between("keep_per_customer", keepPerCustomer, 1, 1_000)
                .that(
                        FEATURE_GROUPS.containsAll(leaveOut),
                        "leave_out",
                        leaveOut,
                        "names a group of features that there is not",
                        "groups: " + String.join(", ", new TreeSet<>(FEATURE_GROUPS)))
                .between("max_events", maxEvents, 1_000, 100_000_000)
                .verify();
    }
}
