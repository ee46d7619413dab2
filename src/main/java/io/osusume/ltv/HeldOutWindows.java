package io.osusume.ltv;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.stats.Lexicographic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Purchase histories as of three days: as-of, one window of so many days before it, and two. Rows {windows before as-of, 1 for
 * customers held out or 0, x, t_x, T, orders within the window after, customers}, from one pass over the customers. One in
 * {@link #HELD_OUT} customers, by a hash of the id, is held out: nothing is fitted to them or chosen by them.
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record HeldOutWindows(double[][] rows, int days) {
    private static final int HELD_OUT = 5;

    /** The rows, with places of groups before the number of customers where there are some. */
    static double[][] rows(Dataset<Row> customers, int days, Column... places) {
        Column now = history(0, OrderDays.REPEATS, OrderDays.LAST, days, lit(0));
        Column before = history(
                1,
                OrderDays.REPEATS_BEFORE,
                OrderDays.LAST_BEFORE,
                days,
                col(OrderDays.REPEATS).minus(col(OrderDays.REPEATS_BEFORE)));
        Column earlier = history(
                2,
                OrderDays.REPEATS_EARLIER,
                OrderDays.LAST_EARLIER,
                days,
                col(OrderDays.REPEATS_BEFORE).minus(col(OrderDays.REPEATS_EARLIER)));
        Column held = pmod(xxhash64(col(OrderDays.CUSTOMER_ID)), lit(HELD_OUT)).equalTo(0);
        List<Column> keys = new ArrayList<>(List.of(
                col("h.windows"),
                when(held, 1.0).otherwise(0.0).as("held"),
                col("h.x"),
                col("h.last"),
                col("h.age"),
                col("h.came")));
        for (int i = 0; i < places.length; i++) {
            keys.add(places[i].cast("double").as("place" + i));
        }
        return Lexicographic.sorted(PackedDoubles.collect(customers
                .withColumn("h", explode(array(now, before, earlier)))
                .where(col("h.x").geq(0))
                .groupBy(keys.toArray(Column[]::new))
                .agg(sum(lit(1.0)).as("customers"))));
    }

    private static Column history(int windows, String repeats, String last, int days, Column came) {
        return struct(
                lit((double) windows).as("windows"),
                col(repeats).cast("double").as("x"),
                col(last).cast("double").as("last"),
                col(OrderDays.AGE).minus(windows * days).cast("double").as("age"),
                came.cast("double").as("came"));
    }

    /** {x, t_x, T, orders within the window after, customers} of those learned from, so many windows before as-of. */
    double[][] learned(int windows) {
        return outcomes(windows, row -> row[1] == 0);
    }

    /** The same of the customers held out. */
    double[][] heldOut(int windows) {
        return outcomes(windows, row -> row[1] == 1);
    }

    private double[][] outcomes(int windows, Predicate<double[]> which) {
        return Arrays.stream(rows)
                .filter(row -> row[0] == windows && which.test(row))
                .map(row -> Arrays.copyOfRange(row, 2, row.length))
                .toArray(double[][]::new);
    }

    /** As of so many windows before, of those learned from who were customers at least {@code least} days by then. */
    PurchaseHistories histories(int windows, double least) {
        return PurchaseHistories.of(Arrays.stream(learned(windows))
                .filter(row -> row[2] >= least)
                .map(row -> new double[] {row[0], row[1], row[2], row[4]})
                .toArray(double[][]::new));
    }
}
