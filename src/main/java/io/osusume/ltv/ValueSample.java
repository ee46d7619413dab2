package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.stats.Lexicographic;
import io.osusume.stats.RankCorrelation;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Buyers' order values, {x, mean of x repeat orders (0 for none), first order, age, customers} a row, sorted, so that sums
 * over them do not depend on where they came from; and how value goes with frequency. Gamma-Gamma supposes that it does not.
 */
final class ValueSample {
    private static final int REPEATS = 0;
    private static final int MEAN = 1;
    private static final int FIRST = 2;
    private static final int AGE = 3;
    private static final int CUSTOMERS = 4;

    private final double[][] rows;

    private ValueSample(double[][] rows) {
        this.rows = rows;
    }

    /** Rows of such customers, in no particular order; see {@link OrderDays}. */
    static double[][] collect(Dataset<Row> customers) {
        Column repeats = col(OrderDays.REPEATS);
        Column revenue = col(OrderDays.REPEAT_REVENUE);
        return PackedDoubles.collect(customers
                .groupBy(
                        repeats.cast("double").as("repeats"),
                        when(repeats.gt(0), revenue.divide(repeats))
                                .otherwise(0.0)
                                .as("mean"),
                        col(OrderDays.REVENUE).minus(revenue).as("first"),
                        col(OrderDays.AGE).cast("double").as("age"))
                .agg(sum(lit(1.0)).as("weight")));
    }

    static ValueSample of(double[][] unsorted) {
        return new ValueSample(Lexicographic.sorted(unsorted));
    }

    /** {x, first order, mean of repeat orders, customers} of those who came back. */
    double[][] repeatBuyers() {
        return Arrays.stream(rows)
                .filter(row -> row[REPEATS] > 0)
                .map(row -> new double[] {row[REPEATS], row[FIRST], row[MEAN], row[CUSTOMERS]})
                .toArray(double[][]::new);
    }

    /** {mean of all orders, orders, age, customers}. */
    double[][] means() {
        return Arrays.stream(rows)
                .map(row -> {
                    double orders = row[REPEATS] + 1;
                    double mean = (row[FIRST] + row[REPEATS] * row[MEAN]) / orders;
                    return new double[] {mean, orders, row[AGE], row[CUSTOMERS]};
                })
                .toArray(double[][]::new);
    }

    /** {x, mean of repeat orders within the limits that leave this share of the repeat buyers beyond each, customers}. */
    static double[][] winsorised(double[][] repeatBuyers, double share) {
        Limits limits = Limits.of(repeatBuyers, 2, 3, share);
        return Arrays.stream(repeatBuyers)
                .map(row -> new double[] {row[0], limits.within(row[2]), row[3]})
                .toArray(double[][]::new);
    }

    /** Spearman's, of frequency and mean value over repeat buyers {x, first, mean, customers}. */
    static double correlation(double[][] repeatBuyers) {
        return RankCorrelation.of(repeatBuyers, 0, 2, 3);
    }
}
