package io.osusume.rules;

import io.osusume.tables.Rules;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/**
 * Rules estimated again on a later slice of time: confidence then ({@code confidence_earlier}) and now
 * ({@code confidence_recent}, with {@code count_recent} baskets behind it). Null where the slice has no basket with the
 * antecedent.
 */
final class Stability {
    private static final int EARLIER_A = 0;
    private static final int EARLIER = 1;
    private static final int RECENT_A = 2;
    private static final int RECENT = 3;

    private Stability() {}

    /**
     * Adds what the rules are in each slice.
     *
     * @param baskets with {@code is_recent}
     */
    static void add(CollectedRules rules, JavaRDD<Row> baskets) {
        long[][] counts = new RuleCounts(new Slices()).of(rules.rows(), baskets);
        rules.set(Rules.COUNT_RECENT, rule -> counts[rule][RECENT]);
        rules.set(Rules.CONFIDENCE_RECENT, rule -> CollectedRules.share(counts[rule][RECENT], counts[rule][RECENT_A]));
        rules.set(
                Rules.CONFIDENCE_EARLIER, rule -> CollectedRules.share(counts[rule][EARLIER], counts[rule][EARLIER_A]));
    }

    private static final class Slices implements RuleCounts.Counter {
        private static final long serialVersionUID = 1L;

        @Override
        public int width() {
            return RECENT + 1;
        }

        @Override
        public void count(RuleCounts.Match match, long[] counts) {
            int at = match.basket().<Boolean>getAs(Baskets.IS_RECENT) ? RECENT_A : EARLIER_A;
            counts[at]++;
            counts[at + 1] += match.hasConsequent() ? 1 : 0;
        }
    }
}
