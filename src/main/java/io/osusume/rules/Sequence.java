package io.osusume.rules;

import io.osusume.tables.Rules;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.api.java.JavaRDD;
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
    private static final int OBSERVED = 0;
    private static final int ORDERED = 1;

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
     * Adds {@code count_ordered} and {@code confidence_ordered}.
     *
     * @param baskets one customer a row, with {@code first_bought}
     */
    void add(CollectedRules rules, JavaRDD<Row> baskets) {
        long[][] counts = new RuleCounts(new Followed(micros(followUp), micros(end))).of(rules.rows(), baskets);
        rules.set(Rules.COUNT_ORDERED, rule -> counts[rule][ORDERED]);
        rules.set(
                Rules.CONFIDENCE_ORDERED, rule -> CollectedRules.share(counts[rule][ORDERED], counts[rule][OBSERVED]));
    }

    private static long micros(Duration duration) {
        return Math.multiplyExact(duration.toSeconds(), 1_000_000L);
    }

    private static long micros(Instant instant) {
        return micros(Duration.between(Instant.EPOCH, instant));
    }

    private record Followed(long followUp, long end) implements RuleCounts.Counter {
        @Override
        public int width() {
            return ORDERED + 1;
        }

        @Override
        public void count(RuleCounts.Match match, long[] counts) {
            if (match.complete() > end - followUp) {
                return;
            }
            long later = match.consequentAt() - match.complete();
            counts[OBSERVED]++;
            counts[ORDERED] += match.hasConsequent() && later > 0 && later <= followUp ? 1 : 0;
        }
    }
}
