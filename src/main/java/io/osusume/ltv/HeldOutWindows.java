package io.osusume.ltv;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Purchase histories as of three days: as-of, one window of so many days before it, and two. Rows {windows before as-of, x,
 * t_x, T, orders within the window after, customers}, from one pass over the customers.
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record HeldOutWindows(double[][] rows, int days) {
    static HeldOutWindows of(Dataset<Row> customers, int days) {
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
        double[][] rows = PackedDoubles.collect(customers
                .select(explode(array(now, before, earlier)).as("h"))
                .select("h.*")
                .where(col("x").geq(0))
                .groupBy("windows", "x", "last", "age", "came")
                .agg(sum(lit(1.0)).as("customers")));
        Arrays.sort(rows, Arrays::compare);
        return new HeldOutWindows(rows, days);
    }

    private static Column history(int windows, String repeats, String last, int days, Column came) {
        return struct(
                lit((double) windows).as("windows"),
                col(repeats).cast("double").as("x"),
                col(last).cast("double").as("last"),
                col(OrderDays.AGE).minus(windows * days).cast("double").as("age"),
                came.cast("double").as("came"));
    }

    /** {x, t_x, T, orders within the window after, customers} as of so many windows before as-of. */
    double[][] outcomes(int windows) {
        return Arrays.stream(rows)
                .filter(row -> row[0] == windows)
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
    }

    /** As of so many windows before, of those who were customers at least {@code least} days by then. */
    PurchaseHistories histories(int windows, double least) {
        return PurchaseHistories.of(Arrays.stream(outcomes(windows))
                .filter(row -> row[2] >= least)
                .map(row -> new double[] {row[0], row[1], row[2], row[4]})
                .toArray(double[][]::new));
    }
}
