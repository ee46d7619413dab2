package io.osusume.ranking.backtest;

import io.osusume.tables.Backtests;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One row of the table {@code backtest}.
 *
 * @param interval of the value
 * @param difference the ranker's value minus this one's
 */
public record Figure(
        LocalDate asOf,
        String method,
        String metric,
        int customers,
        Optional<Double> value,
        Optional<Bootstrap.Interval> interval,
        Optional<Double> difference,
        Optional<Bootstrap.Interval> differenceInterval) {

    Row row(int top, int horizonDays) {
        return RowFactory.create(
                Date.valueOf(asOf),
                method,
                metric,
                top,
                horizonDays,
                (long) customers,
                value.orElse(null),
                interval.map(Bootstrap.Interval::low).orElse(null),
                interval.map(Bootstrap.Interval::high).orElse(null),
                difference.orElse(null),
                differenceInterval.map(Bootstrap.Interval::low).orElse(null),
                differenceInterval.map(Bootstrap.Interval::high).orElse(null));
    }

    /** Whether it is of this metric. */
    public boolean is(String wantedMetric) {
        return metric.equals(wantedMetric);
    }

    /** The table's columns, for the rows above. */
    static org.apache.spark.sql.types.StructType schema() {
        return Backtests.TABLE.schema();
    }
}
