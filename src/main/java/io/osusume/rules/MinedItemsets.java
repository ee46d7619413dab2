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
    private final SparkSession session;
    private final MiningSummary summary;
    private final JavaRDD<int[]> runs;
    private final Broadcast<ItemCodes> codes;

    MinedItemsets(SparkSession session, MiningSummary summary, JavaRDD<int[]> runs, Broadcast<ItemCodes> codes) {
        this.session = session;
        this.summary = summary;
        this.runs = runs;
        this.codes = codes;
    }

    /** What was seen on the way. */
    public MiningSummary summary() {
        return summary;
    }

    /** One frequent itemset a row: {@code items} (sorted array of strings) and {@code count} (long), in no order. */
    public Dataset<Row> itemsets() {
        Broadcast<ItemCodes> shared = codes;
        JavaRDD<Row> rows = runs.flatMap(block -> new ItemsetRows(block, shared.value()));
        return session.createDataFrame(rows, Itemsets.SCHEMA);
    }

    /** How many itemsets there are: mines them, and makes no rows of them. */
    public long count() {
        return runs.map(block -> Arrays.stream(ItemsetRuns.lengths(block)).sum())
                .fold(0L, Long::sum);
    }

    /** The same as blocks of itemset runs, each item by its code. */
    JavaRDD<int[]> runs() {
        return runs;
    }

    Broadcast<ItemCodes> codes() {
        return codes;
    }

    SparkSession session() {
        return session;
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
