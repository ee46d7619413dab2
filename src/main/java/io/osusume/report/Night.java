package io.osusume.report;

import io.osusume.changes.Difference;
import io.osusume.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A night as the report sees it.
 *
 * @param tables those that it published
 * @param earlier what nights before it published
 * @param readings of its own run, if it left a record, then of the last nights before it, the newest first
 * @param plan what the plan that waits to be applied would change, if one waits
 */
public record Night(
        LocalDate runDate,
        Map<Table, Dataset<Row>> tables,
        Earlier earlier,
        List<Reading> readings,
        Optional<Difference> plan) {
    /** Of the rows of several nights, the date of theirs. */
    public static final String RUN_DATE = "run_date";

    public Night {
        tables = Map.copyOf(tables);
        readings = List.copyOf(readings);
    }

    /** One beside which no plan waits. */
    public Night(LocalDate runDate, Map<Table, Dataset<Row>> tables, Earlier earlier, List<Reading> readings) {
        this(runDate, tables, earlier, readings, Optional.empty());
    }

    /**
     * What nights before it published.
     *
     * @param offers of the last nights and of this one, with their {@link #RUN_DATE}
     * @param nights how many these are, this one included
     * @param segments of the night that people are compared with
     * @param segmentsOf which night that is; empty: there is none
     */
    public record Earlier(Dataset<Row> offers, int nights, Dataset<Row> segments, Optional<LocalDate> segmentsOf) {}

    Optional<Dataset<Row>> of(Table table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** What its own run wrote down of reading. */
    Optional<Reading> reading() {
        return readings.stream().filter(r -> r.runDate().equals(runDate)).findFirst();
    }

    /** The newest of the nights before that wrote down its reading. */
    Optional<Reading> readingBefore() {
        return readings.stream().filter(r -> r.runDate().isBefore(runDate)).findFirst();
    }
}
