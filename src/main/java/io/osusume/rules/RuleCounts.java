package io.osusume.rules;

import io.osusume.tables.Rules;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Counts given rules over given baskets. Blocks of rules meet the partitions of the baskets; neither is collected, and a
 * basket costs no more than the rules whose antecedent it holds.
 */
final class RuleCounts {
    /** Rules of a block: some tens of megabytes. */
    private static final int BLOCK = 1 << 18;

    private final Counter counter;

    /** What is counted of one basket and one rule whose antecedent is in it. */
    interface Counter extends Serializable {
        /** The columns that the counts go to. */
        List<String> columns();

        /** Adds to {@code counts}, one place a column. */
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
     * One row for each rule of which any count is not 0: {@code rule_id} and the counter's columns, longs.
     *
     * @param baskets {@code items}, and {@code first_bought} if they have times
     */
    Dataset<Row> of(DerivedRules derived, Dataset<Row> baskets) {
        JavaRDD<RuleBlock> blocks = derived.rules()
                .select(Rules.RULE_ID, Rules.ANTECEDENT, Rules.CONSEQUENT)
                .javaRDD()
                .coalesce((int) (derived.kept() / BLOCK) + 1)
                .mapPartitions(Blocks::new);
        Counter shared = counter;
        JavaRDD<Row> rows = blocks.cartesian(baskets.javaRDD())
                .mapPartitionsToPair(pairs -> new Tally(shared).of(pairs))
                .reduceByKey(RuleCounts::sum)
                .map(t -> RowFactory.create(
                        Stream.concat(Stream.of(t._1()), LongStream.of(t._2()).boxed())
                                .toArray()));
        StructType schema = new StructType().add(Rules.RULE_ID, DataTypes.StringType, false);
        for (String column : counter.columns()) {
            schema = schema.add(column, DataTypes.LongType, false);
        }
        return baskets.sparkSession().createDataFrame(rows, schema);
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static final class Blocks extends Lookahead<RuleBlock> {
        private final Iterator<Row> rules;

        private Blocks(Iterator<Row> rules) {
            this.rules = rules;
        }

        @Override
        RuleBlock advance() {
            RuleBlock block = new RuleBlock();
            while (rules.hasNext() && block.size() < BLOCK) {
                Row rule = rules.next();
                block.add(rule.getString(0), rule.getList(1), rule.getString(2));
            }
            return block.size() > 0 ? block : null;
        }
    }

    /** Counts of one task. */
    private static final class Tally {
        private final Counter counter;
        private final Map<String, long[]> counts = new HashMap<>();
        private final BasketTimes times = new BasketTimes();

        private Tally(Counter counter) {
            this.counter = counter;
        }

        private Iterator<Tuple2<String, long[]>> of(Iterator<Tuple2<RuleBlock, Row>> pairs) {
            while (pairs.hasNext()) {
                Tuple2<RuleBlock, Row> pair = pairs.next();
                Row basket = pair._2();
                times.read(basket, pair._1());
                pair._1().visit(times, (id, consequent, complete) -> {
                    boolean has = times.has(consequent);
                    Match match = new Match(basket, complete, has, has ? times.at(consequent) : 0);
                    counter.count(match, counts.computeIfAbsent(id, k -> zeros()));
                });
            }
            return counts.entrySet().stream()
                    .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                    .iterator();
        }

        private long[] zeros() {
            return new long[counter.columns().size()];
        }
    }
}
