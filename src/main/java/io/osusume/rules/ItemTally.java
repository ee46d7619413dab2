package io.osusume.rules;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Counts, in one pass over the baskets, in how many of them each item stands; only the frequent ones reach the driver. */
record ItemTally(BasketCoder coder) implements Serializable {
    private static final String ITEM = "i";
    private static final String BASKETS = "#baskets";
    private static final String CUT = "#cut";
    private static final String LOST = "#lost";
    /** Distinct items after which a partition hands on its counts so far. */
    private static final int MOST_HELD = 1 << 20;

    /**
     * @param frequent counts of the frequent items
     * @param highest the count of the commonest item
     */
    record Tally(
            Map<String, Long> frequent, long baskets, int countNeeded, long highest, long basketsCut, long itemsCut) {
        MiningSummary summary(int frequentItems) {
            return new MiningSummary(baskets, countNeeded, countNeeded, frequentItems, highest, basketsCut, itemsCut);
        }
    }

    Tally count(JavaRDD<Row> rows, LongToIntFunction countNeeded) {
        JavaPairRDD<String, Long> counts =
                rows.mapPartitionsToPair(PartialCounts::new).reduceByKey(Long::sum);
        Map<String, Long> totals = counts.filter(t -> !t._1().startsWith(ITEM)).collectAsMap();
        long baskets = totals.getOrDefault(BASKETS, 0L);
        int needed = countNeeded.applyAsInt(baskets);
        Map<String, Long> frequent = new HashMap<>();
        long highest = 0;
        for (Frequent part : counts.mapPartitions(
                        it -> Collections.singletonList(Frequent.of(it, needed)).iterator())
                .collect()) {
            frequent.putAll(part.counts);
            highest = Math.max(highest, part.highest);
        }
        return new Tally(
                frequent, baskets, needed, highest, totals.getOrDefault(CUT, 0L), totals.getOrDefault(LOST, 0L));
    }

    /** The frequent items of one partition. A class, for what Spark sends may be no record (Kryo). */
    private static final class Frequent implements Serializable {
        private static final long serialVersionUID = 1L;

        private final HashMap<String, Long> counts = new HashMap<>();
        private long highest;

        private static Frequent of(Iterator<Tuple2<String, Long>> counts, long needed) {
            Frequent frequent = new Frequent();
            while (counts.hasNext()) {
                Tuple2<String, Long> count = counts.next();
                if (count._1().startsWith(ITEM)) {
                    frequent.highest = Math.max(frequent.highest, count._2());
                    if (count._2() >= needed) {
                        frequent.counts.put(count._1().substring(ITEM.length()), count._2());
                    }
                }
            }
            return frequent;
        }
    }

    /** Counts of a partition, handed on at its end, or earlier where there are very many items. */
    private final class PartialCounts extends Lookahead<Tuple2<String, Long>> {
        private final Iterator<Row> rows;
        private final Map<String, Seen> counts = new HashMap<>();
        private final Deque<Tuple2<String, Long>> totals = new ArrayDeque<>();
        private Iterator<Map.Entry<String, Seen>> out = Collections.emptyIterator();
        private long baskets;
        private long cut;
        private long lost;

        private PartialCounts(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        Tuple2<String, Long> advance() {
            if (!out.hasNext() && rows.hasNext()) {
                counts.clear();
                while (rows.hasNext() && counts.size() < MOST_HELD) {
                    count(rows.next().getList(0));
                }
                out = counts.entrySet().iterator();
                if (!rows.hasNext()) {
                    totals.add(new Tuple2<>(BASKETS, baskets));
                    totals.add(new Tuple2<>(CUT, cut));
                    totals.add(new Tuple2<>(LOST, lost));
                }
            }
            if (out.hasNext()) {
                Map.Entry<String, Seen> entry = out.next();
                return new Tuple2<>(ITEM + entry.getKey(), entry.getValue().count);
            }
            return totals.poll();
        }

        private void count(List<String> basket) {
            baskets++;
            int distinct = 0;
            for (String item : basket) {
                Seen seen = counts.computeIfAbsent(item, k -> new Seen());
                if (seen.basket != baskets) {
                    seen.basket = baskets;
                    seen.count++;
                    distinct++;
                }
            }
            int excess = coder.excess(distinct);
            cut += excess > 0 ? 1 : 0;
            lost += excess;
        }
    }

    /** In how many baskets an item was seen, and the number of the last of them. */
    private static final class Seen {
        private long count;
        private long basket;
    }
}
