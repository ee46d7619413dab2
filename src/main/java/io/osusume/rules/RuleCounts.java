package io.osusume.rules;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Counts given rules over given baskets, in one pass: the rules, of which {@code rules.max_rules} says the most, go to every
 * executor, and a basket costs no more than the rules whose antecedent it holds.
 */
final class RuleCounts {
    private final Counter counter;

    /** What is counted of one basket and one rule whose antecedent is in it. */
    interface Counter extends Serializable {
        /** How many counts there are of each rule. */
        int width();

        /** Adds to {@code counts}. */
        void count(Match match, long[] counts);
    }

    /**
     * A basket that holds a rule's antecedent.
     *
     * @param basket the basket
     * @param complete when the customer had all of the antecedent, in microseconds; 0 where baskets have no times
     * @param hasConsequent whether the basket holds the consequent as well
     * @param consequentAt when the customer bought that, likewise
     */
    record Match(Row basket, long complete, boolean hasConsequent, long consequentAt) {}

    RuleCounts(Counter counter) {
        this.counter = counter;
    }

    /**
     * The counts of each rule, by its number; zeros where no basket holds its antecedent.
     *
     * @param baskets {@code items}, and {@code first_bought} if they have times
     */
    long[][] of(List<Row> rules, JavaRDD<Row> baskets) {
        long[][] counts = new long[rules.size()][counter.width()];
        if (rules.isEmpty()) {
            return counts;
        }
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(baskets.context());
        Broadcast<RuleBlock> block = spark.broadcast(RuleBlock.of(rules));
        Counter shared = counter;
        baskets.mapPartitionsToPair(part -> new Tally(shared, block.value()).of(part))
                .reduceByKey(RuleCounts::sum, spark.defaultParallelism())
                .collect()
                .forEach(t -> counts[t._1()] = t._2());
        block.destroy();
        return counts;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /** Counts of one task. */
    private static final class Tally {
        private final Counter counter;
        private final RuleBlock rules;
        private final Map<Integer, long[]> counts = new HashMap<>();
        private final BasketTimes times = new BasketTimes();

        private Tally(Counter counter, RuleBlock rules) {
            this.counter = counter;
            this.rules = rules;
        }

        private Iterator<Tuple2<Integer, long[]>> of(Iterator<Row> baskets) {
            while (baskets.hasNext()) {
                Row basket = baskets.next();
                times.read(basket, rules);
                rules.visit(times, (rule, consequent, complete) -> {
                    boolean has = times.has(consequent);
                    Match match = new Match(basket, complete, has, has ? times.at(consequent) : 0);
                    counter.count(match, counts.computeIfAbsent(rule, k -> new long[counter.width()]));
                });
            }
            return counts.entrySet().stream()
                    .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                    .iterator();
        }
    }
}
