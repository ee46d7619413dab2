package io.osusume.rules;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * First the antecedent, then the consequent. A customer completes A at the latest of the first purchases, within the window,
 * of its items; H is the follow-up time. Of the customers who completed A at least H before the end of the as-of date, and so
 * were observed long enough,
 *
 * <ul>
 *   <li>{@code count_ordered} are those whose first purchase of C came later than that (not in the same instant), and at most
 *       H later;
 *   <li>{@code confidence_ordered} is their share, null when there is no such customer.
 * </ul>
 *
 * <p>Every customer is given the same time H, so that early and late buyers of A weigh the same. Those who had C before A are
 * among the customers and not among the counted: they bought both, but not one then the other.
 */
final class Sequence {
    private static final String OBSERVED = "observed";

    private final Duration followUp;
    private final Instant end;

    /**
     * @param followUp H
     * @param end where the observation ends, exclusive
     */
    Sequence(Duration followUp, Instant end) {
        this.followUp = followUp;
        this.end = end;
    }

    /**
     * The rules with {@code count_ordered} and {@code confidence_ordered}.
     *
     * @param baskets one customer a row, with {@code first_bought}
     */
    Dataset<Row> add(Dataset<Row> rules, DerivedRules derived, Dataset<Row> baskets) {
        Dataset<Row> counts = new RuleCounts(new Followed(micros(followUp), micros(end))).of(derived, baskets);
        return rules.drop(Rules.COUNT_ORDERED, Rules.CONFIDENCE_ORDERED)
                .join(counts, new String[] {Rules.RULE_ID}, "left")
                .withColumn(Rules.COUNT_ORDERED, coalesce(col(Rules.COUNT_ORDERED), lit(0L)))
                .withColumn(
                        Rules.CONFIDENCE_ORDERED,
                        when(col(OBSERVED).gt(0), col(Rules.COUNT_ORDERED).divide(col(OBSERVED))))
                .drop(OBSERVED);
    }

    private static long micros(Duration duration) {
        return Math.multiplyExact(duration.toSeconds(), 1_000_000L);
    }

    private static long micros(Instant instant) {
        return micros(Duration.between(Instant.EPOCH, instant));
    }

    private record Followed(long followUp, long end) implements RuleCounts.Counter {
        @Override
        public List<String> columns() {
            return List.of(OBSERVED, Rules.COUNT_ORDERED);
        }

        @Override
        public void count(RuleCounts.Match match, long[] counts) {
            if (match.complete() > end - followUp) {
                return;
            }
            long later = match.consequentAt() - match.complete();
            counts[0]++;
            counts[1] += match.hasConsequent() && later > 0 && later <= followUp ? 1 : 0;
        }
    }
}
