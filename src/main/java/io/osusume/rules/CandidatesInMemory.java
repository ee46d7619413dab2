package io.osusume.rules;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rule candidates by looking counts up. Only itemsets shorter than the longest are ever looked up: these are sent to every
 * executor, while the longest, which are the most by far, stay where they are and pass by.
 */
final class CandidatesInMemory {
    private final double minConfidence;
    private final long baskets;

    CandidatesInMemory(double minConfidence, long baskets) {
        this.minConfidence = minConfidence;
        this.baskets = baskets;
    }

    /** @param maxLength items of the longest itemsets */
    Dataset<Row> of(MinedItemsets mined, JavaRDD<int[]> runs, int maxLength) {
        ItemsetCounts counts = new ItemsetCounts();
        List<int[]> shorter =
                runs.map(block -> ItemsetRuns.shorterThan(maxLength, block)).collect();
        shorter.forEach(counts::add);
        Broadcast<ItemsetCounts> shared = JavaSparkContext.fromSparkContext(
                        mined.session().sparkContext())
                .broadcast(counts);
        Broadcast<ItemCodes> codes = mined.codes();
        double least = minConfidence;
        long n = baskets;
        JavaRDD<Row> rows = runs.mapPartitions(blocks -> new Rows(blocks, shared.value(), codes.value(), least, n));
        return mined.session().createDataFrame(rows, CandidateColumns.SCHEMA);
    }

    /** Passes the itemsets, and from each, each of its items as consequent. */
    static final class Rows extends Lookahead<Row> {
        private final Iterator<int[]> blocks;
        private final ItemsetCounts counts;
        private final ItemCodes codes;
        private final double minConfidence;
        private final double baskets;
        private ItemsetRuns.Cursor cursor = new ItemsetRuns.Cursor(new int[0]);
        private int[] items = new int[0];
        private int consequent;

        Rows(Iterator<int[]> blocks, ItemsetCounts counts, ItemCodes codes, double minConfidence, long baskets) {
            this.blocks = blocks;
            this.counts = counts;
            this.codes = codes;
            this.minConfidence = minConfidence;
            this.baskets = (double) baskets;
        }

        @Override
        Row advance() {
            while (true) {
                while (consequent > 0) {
                    consequent--;
                    int countA = counts.of(items, antecedent());
                    double confidence = (double) cursor.count() / countA;
                    if (confidence >= minConfidence) {
                        return row(countA, confidence);
                    }
                }
                if (!nextItemset()) {
                    return null;
                }
            }
        }

        private boolean nextItemset() {
            while (!cursor.next()) {
                if (!blocks.hasNext()) {
                    return false;
                }
                cursor = new ItemsetRuns.Cursor(blocks.next());
            }
            items = cursor.ascending(items);
            consequent = cursor.length() > 1 ? cursor.length() : 0;
            return true;
        }

        /** The items of the itemset without the consequent, as bits. */
        private long antecedent() {
            return ((1L << cursor.length()) - 1) ^ (1L << consequent);
        }

        private Row row(int countA, double confidence) {
            int code = items[consequent];
            long countC = counts.of(items, 1L << consequent);
            double simpler = Math.max(countC / baskets, bestOfSimpler());
            return RowFactory.create(
                    codes.sortedWithout(items, cursor.length(), consequent),
                    codes.item(code),
                    (long) cursor.count(),
                    (long) countA,
                    countC,
                    confidence,
                    simpler);
        }

        /** The highest confidence of a proper, not empty subset of the antecedent. */
        private double bestOfSimpler() {
            long whole = antecedent();
            double best = 0;
            for (long subset = (whole - 1) & whole; subset != 0; subset = (subset - 1) & whole) {
                double both = counts.of(items, subset | 1L << consequent);
                best = Math.max(best, both / counts.of(items, subset));
            }
            return best;
        }
    }
}
