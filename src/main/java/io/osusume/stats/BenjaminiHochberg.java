package io.osusume.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The false discovery rate of Benjamini & Hochberg (1995): q of the i-th smallest p is min over j ≥ i of p(j)·m/j, in
 * logarithms, since p may be below the smallest double.
 *
 * <p>Of many rows, distributed: sorted by falling p over range partitions, of which only counts and smallest p·m/j are collected.
 */
public final class BenjaminiHochberg {
    private static final int WITH = 0;
    private static final int WITHOUT = 1;

    private final String log10P;
    private final String tieBreak;
    private final String qValue;

    /**
     * @param log10P column with log10 of p, not null
     * @param tieBreak a unique column
     * @param qValue the column to add
     */
    public BenjaminiHochberg(String log10P, String tieBreak, String qValue) {
        this.log10P = log10P;
        this.tieBreak = tieBreak;
        this.qValue = qValue;
    }

    /**
     * Adds q to the rows that have a p; the others are counted and dropped.
     *
     * @param hypotheses m, at least as many as there are rows with a p
     */
    public Adjusted adjust(Dataset<Row> rows, long hypotheses) {
        StructType schema = rows.schema();
        int p = schema.fieldIndex(log10P);
        JavaRDD<Row> sorted = rows.orderBy(
                        functions.col(log10P).desc_nulls_last(),
                        functions.col(tieBreak).desc())
                .javaRDD();
        List<long[]> sizes = sorted.mapPartitions(it -> single(sizes(it, p))).collect();
        Start[] starts = starts(sizes, Math.log10((double) hypotheses));
        List<Double> lowest = sorted.mapPartitionsWithIndex((i, it) -> single(lowest(it, p, starts[i])), true)
                .collect();
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i].atMost(Math.min(starts[i - 1].log10Q, lowest.get(i - 1)));
        }
        JavaRDD<Row> adjusted = sorted.mapPartitionsWithIndex((i, it) -> new Adjusting(it, p, starts[i]), true);
        return new Adjusted(
                rows.sparkSession().createDataFrame(adjusted, schema.add(qValue, DataTypes.DoubleType, false)),
                total(sizes, WITH),
                total(sizes, WITHOUT));
    }

    /**
     * q of a few distinct p, in their order.
     *
     * @param times how many of the hypotheses have each p; m is their sum
     */
    public static double[] qValues(double[] p, long[] times) {
        long m = Arrays.stream(times).sum();
        Descent descent = new Descent(new Start(m, Math.log10((double) m), 0));
        double[] q = new double[p.length];
        IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -p[i]).thenComparing(i -> i))
                .forEachOrdered(i -> q[i] = Math.pow(10, descent.next(Math.log10(p[i]), times[i])));
        return q;
    }

    private static Start[] starts(List<long[]> sizes, double log10M) {
        Start[] starts = new Start[sizes.size()];
        long rank = total(sizes, WITH);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = new Start(rank, log10M, 0);
            rank -= sizes.get(i)[WITH];
        }
        return starts;
    }

    private static <T> Iterator<T> single(T value) {
        return Collections.singletonList(value).iterator();
    }

    private static double lowest(Iterator<Row> rows, int p, Start start) {
        Adjusting adjusting = new Adjusting(rows, p, start);
        while (adjusting.hasNext()) {
            adjusting.advance();
        }
        return adjusting.descent.lowest;
    }

    /**
     * What came out.
     *
     * @param rows the rows with their q, in [0, 1]
     * @param count how many they are
     * @param dropped how many rows had no p
     */
    public record Adjusted(Dataset<Row> rows, long count, long dropped) {}

    /** Rows of a partition with p and without. An array: what Spark sends may be no record (Kryo). */
    private static long[] sizes(Iterator<Row> rows, int p) {
        long[] sizes = new long[2];
        while (rows.hasNext()) {
            sizes[rows.next().isNullAt(p) ? WITHOUT : WITH]++;
        }
        return sizes;
    }

    private static long total(List<long[]> sizes, int which) {
        return sizes.stream().mapToLong(s -> s[which]).sum();
    }

    /** Where a partition begins: the rank of its first row, log10 m, and the lowest log10 q of the rows before it. */
    private record Start(long rank, double log10M, double log10Q) implements Serializable {
        private Start atMost(double lower) {
            return new Start(rank, log10M, Math.min(log10Q, lower));
        }
    }

    /** Passes p by p, falling. */
    private static final class Descent {
        private final double log10M;
        private long rank;
        private double lowest;

        private Descent(Start start) {
            this.log10M = start.log10M;
            this.rank = start.rank;
            this.lowest = start.log10Q;
        }

        /** log10 q of a p that so many hypotheses share. */
        private double next(double log10P, long times) {
            lowest = Math.min(lowest, log10P + log10M - Math.log10((double) rank));
            rank -= times;
            return lowest;
        }
    }

    /** Passes rows by falling p, the largest rank first. */
    private static final class Adjusting implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final int p;
        private final Descent descent;
        private Row ahead;

        private Adjusting(Iterator<Row> rows, int p, Start start) {
            this.rows = rows;
            this.p = p;
            this.descent = new Descent(start);
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && rows.hasNext()) {
                ahead = rows.next();
            }
            return ahead != null && !ahead.isNullAt(p);
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = advance();
            List<Object> values = new ArrayList<>(row.size() + 1);
            for (int i = 0; i < row.size(); i++) {
                values.add(row.get(i));
            }
            values.add(Math.pow(10, descent.lowest));
            return RowFactory.create(values.toArray());
        }

        private Row advance() {
            Row row = ahead;
            ahead = null;
            descent.next(row.getDouble(p), 1);
            return row;
        }
    }
}
