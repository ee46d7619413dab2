package io.osusume.config;

import java.io.Serializable;

/**
 * How the ranking's model is learned from windows of the past.
 *
 * @param windows how many windows of {@code ranker.horizon_days} before the as-of date are learned from
 * @param windowWeight what each window weighs against the next later one
 * @param minHistoryDays how many days of orders must lie before a window
 * @param minPositives with fewer purchases to learn from, nothing is learned and {@code p_buy} is null
 * @param negativeShare the share of candidates that were not bought that is learned from, with their weight corrected
 * @param trees boosted trees
 * @param depth of a tree
 * @param step how far each tree goes
 * @param everyDays a model that is younger is used again
 * @param tolerance how much worse than the model before it tonight's may rank, a share of NDCG
 */
public record RankerTrainingConfig(
        int windows,
        double windowWeight,
        int minHistoryDays,
        int minPositives,
        double negativeShare,
        int trees,
        int depth,
        double step,
        int everyDays,
        double tolerance)
        implements Serializable {
    public RankerTrainingConfig {
        new Checks()
                .between("windows", windows, 2, 60)
                .that(
                        windowWeight > 0 && windowWeight <= 1,
                        "window_weight",
                        windowWeight,
                        "must be above 0, at most 1")
                .between("min_history_days", minHistoryDays, 1, 3660)
                .atLeast("min_positives", minPositives, 10)
                .that(
                        negativeShare > 0 && negativeShare <= 1,
                        "negative_share",
                        negativeShare,
                        "must be above 0, at most 1")
                .between("trees", trees, 1, 1_000)
                .between("depth", depth, 1, 10)
                .that(step > 0 && step <= 1, "step", step, "must be above 0, at most 1")
                .between("every_days", everyDays, 1, 366)
                .fraction("tolerance", tolerance)
                .verify();
    }
}
