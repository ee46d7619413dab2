package io.osusume.rules;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Frequent itemsets of one kind of basket. They are mined anew whenever they are read, unless they are cached: mining is
 * cheap, and kept compact (see {@link ItemsetRuns}) until someone wants rows.
 */
public final class MinedItemsets {
    private final Found found;
    private final MiningSummary summary;
    private final long[] lengths;
    private final JavaRDD<int[]> runs;

    private MinedItemsets(Found found, MiningSummary summary, long[] lengths, JavaRDD<int[]> runs) {
        this.found = found;
        this.summary = summary;
        this.lengths = lengths;
        this.runs = runs;
    }

    /**
     * What there is to mine.
     *
     * @param summary of the baskets, with the count that was asked for
     */
    record Found(SparkSession session, MiningSummary summary, JavaRDD<TreeShare> trees, Broadcast<ItemCodes> codes) {}

    /**
     * Counts the itemsets, in one job, and raises the least count to the smallest that keeps {@code rules.max_itemsets}. As
     * it rises while they are counted, those that go over the budget are mostly never mined.
     */
    static MinedItemsets within(MiningLimits limits, Found found) {
        int asked = (int) found.summary.countNeeded();
        long budget = limits.maxItemsets();
        int maxLength = limits.maxLength();
        ItemsetTally tally = ItemsetTally.of(
                found.trees
                        .map(share -> share.tally(new ItemsetMiner.Bounds(asked, maxLength), budget))
                        .collect(),
                asked,
                budget);
        long[] lengths = tally.lengths();
        int used = tally.least();
        JavaRDD<int[]> runs = found.trees.flatMap(share -> share.blocks(new ItemsetMiner.Bounds(used, maxLength)));
        return new MinedItemsets(found, found.summary.raised(used, (int) lengths[1]), lengths, runs);
    }

    /** What was seen on the way. */
    public MiningSummary summary() {
        return summary;
    }

    /** One frequent itemset a row: {@code items} (sorted array of strings) and {@code count} (long), in no order. */
    public Dataset<Row> itemsets() {
        Broadcast<ItemCodes> shared = found.codes;
        JavaRDD<Row> rows = runs.flatMap(block -> new ItemsetRows(block, shared.value()));
        return found.session.createDataFrame(rows, Itemsets.SCHEMA);
    }

    /** How many itemsets there are. */
    public long count() {
        return Arrays.stream(lengths).sum();
    }

    /** How many of each length: {@code [length]}, at least up to 1. */
    long[] lengths() {
        return lengths.clone();
    }

    /** The same as blocks of itemset runs, each item by its code. */
    JavaRDD<int[]> runs() {
        return runs;
    }

    Broadcast<ItemCodes> codes() {
        return found.codes;
    }

    SparkSession session() {
        return found.session;
    }

    private static final class ItemsetRows extends Lookahead<Row> {
        private final ItemsetRuns.Cursor cursor;
        private final ItemCodes codes;

        private ItemsetRows(int[] block, ItemCodes codes) {
            this.cursor = new ItemsetRuns.Cursor(block);
            this.codes = codes;
        }

        @Override
        Row advance() {
            return cursor.next() ? RowFactory.create(codes.sorted(cursor), (long) cursor.count()) : null;
        }
    }
}
