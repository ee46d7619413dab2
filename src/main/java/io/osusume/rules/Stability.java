package io.osusume.rules;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Rules;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rules estimated again on a later slice of time: confidence then ({@code confidence_earlier}) and now
 * ({@code confidence_recent}, with {@code count_recent} baskets behind it). Null where the slice has no basket with the
 * antecedent.
 */
final class Stability {
    private static final String RECENT_A = "recent_a";
    private static final String EARLIER_A = "earlier_a";
    private static final String EARLIER = "earlier";

    private Stability() {}

    /**
     * The rules with what they are in each slice.
     *
     * @param baskets with {@code is_recent}
     */
    static Dataset<Row> add(Dataset<Row> rules, DerivedRules derived, Dataset<Row> baskets) {
        Dataset<Row> counts = new RuleCounts(new Slices()).of(derived, baskets);
        return rules.drop(Rules.COUNT_RECENT, Rules.CONFIDENCE_RECENT, Rules.CONFIDENCE_EARLIER)
                .join(counts, new String[] {Rules.RULE_ID}, "left")
                .withColumn(Rules.COUNT_RECENT, coalesce(col(Rules.COUNT_RECENT), lit(0L)))
                .withColumn(Rules.CONFIDENCE_RECENT, share(Rules.COUNT_RECENT, RECENT_A))
                .withColumn(Rules.CONFIDENCE_EARLIER, share(EARLIER, EARLIER_A))
                .drop(RECENT_A, EARLIER_A, EARLIER);
    }

    private static Column share(String part, String whole) {
        return when(col(whole).gt(0), col(part).divide(col(whole)));
    }

    private static final class Slices implements RuleCounts.Counter {
        private static final long serialVersionUID = 1L;

        @Override
        public List<String> columns() {
            return List.of(EARLIER_A, EARLIER, RECENT_A, Rules.COUNT_RECENT);
        }

        @Override
        public void count(RuleCounts.Match match, long[] counts) {
            int at = match.basket().<Boolean>getAs(Baskets.IS_RECENT) ? 2 : 0;
            counts[at]++;
            counts[at + 1] += match.hasConsequent() ? 1 : 0;
        }
    }
}
