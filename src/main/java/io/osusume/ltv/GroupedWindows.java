package io.osusume.ltv;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The same windows of all customers and of those of one group. Rows as of {@link HeldOutWindows}, with the places of the
 * customers' groups before their number.
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record GroupedWindows(double[][] rows, int days, List<Grouping> groupings) {
    private static final int HISTORY = 6;

    static GroupedWindows of(Dataset<Row> customers, int days, List<Grouping> groupings) {
        Column[] places = groupings.stream().map(Grouping::place).toArray(Column[]::new);
        return new GroupedWindows(HeldOutWindows.rows(customers, days, places), days, groupings);
    }

    HeldOutWindows all() {
        return windows(rows);
    }

    /** Of the customers of one group. */
    HeldOutWindows of(Grouping grouping, int place) {
        int column = HISTORY + groupings.indexOf(grouping);
        return windows(Arrays.stream(rows).filter(row -> row[column] == place).toArray(double[][]::new));
    }

    /** Without the groups: customers alike count together, as if they had never been told apart. */
    private HeldOutWindows windows(double[][] some) {
        double[][] merged = new double[some.length][];
        int n = 0;
        for (double[] row : some) {
            if (n > 0 && Arrays.equals(merged[n - 1], 0, HISTORY, row, 0, HISTORY)) {
                merged[n - 1][HISTORY] += row[row.length - 1];
            } else {
                merged[n] = Arrays.copyOf(row, HISTORY + 1);
                merged[n++][HISTORY] = row[row.length - 1];
            }
        }
        return new HeldOutWindows(Arrays.copyOf(merged, n), days);
    }
}
