package io.osusume.intake;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;

import io.osusume.config.InputConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.source.Sources;
import io.osusume.io.Observed;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads an input as a night would, and tells what became of its rows; keeps and publishes nothing. */
public final class InputTrial {
    /** Different reasons, statuses and currencies together that are told apart, at most. */
    private static final int GROUPS = 2000;

    private final SparkSession spark;
    private final OsusumeConfig config;

    public InputTrial(SparkSession spark, OsusumeConfig config) {
        this.spark = spark;
        this.config = config;
    }

    /**
     * What an input came to.
     *
     * @param mapped its columns that the company's data has
     * @param groups its rows by what became of them
     * @param customers about how many different customers the rows name
     * @param orders about how many different orders
     */
    public record Result(Input input, List<String> mapped, List<Group> groups, long customers, long orders) {
        public long rows(String status) {
            return groups.stream()
                    .filter(g -> g.status().equals(status))
                    .mapToLong(Group::rows)
                    .sum();
        }

        public long rows() {
            return groups.stream().mapToLong(Group::rows).sum();
        }

        /** Rejected rows as a share of those not after the as-of date. */
        public double rejectRate() {
            return new InputCounts(
                            input.name(), rows(Staging.ACCEPTED), rows(Staging.REJECTED), rows(Staging.LATER), newest())
                    .rejectRate();
        }

        public Optional<Instant> newest() {
            return times(Group::newest).max(Instant::compareTo);
        }

        public Optional<Instant> oldest() {
            return times(Group::oldest).min(Instant::compareTo);
        }

        private java.util.stream.Stream<Instant> times(java.util.function.Function<Group, Optional<Instant>> time) {
            return groups.stream()
                    .filter(g -> !g.status().equals(Staging.REJECTED))
                    .flatMap(g -> time.apply(g).stream());
        }
    }

    /**
     * Rows of one fate.
     *
     * @param reason of a reject
     * @param word the order's status
     * @param example the first of them as it came, where it was rejected
     */
    public record Group(
            String status,
            Optional<String> reason,
            Optional<String> word,
            Optional<String> currency,
            long rows,
            Optional<Instant> oldest,
            Optional<Instant> newest,
            Optional<String> example) {}

    /**
     * Reads the input whole.
     *
     * @param until the last day that is seen
     * @throws io.osusume.errors.UserException when it cannot be read or mapped
     */
    public Result of(Input input, LocalDate until) {
        InputConfig settings = config.inputs().of(input);
        Staging staging = new Staging(DayBounds.of(until, config.run().zone(), config.quality()));
        Staging.Staged staged = staging.stage(
                new Sources(spark, config.sources()).read(input, settings).rows(), input, settings);
        Observation seen = new Observation("trial of " + input.name());
        Dataset<Row> rows = staged.rows()
                .observe(
                        seen,
                        about(input, Customers.CUSTOMER_ID).as("customers"),
                        about(input, Orders.ORDER_ID).as("orders"));
        List<Group> groups = groups(rows, input);
        Map<String, Object> figures = Observed.figures(seen);
        return new Result(
                input,
                input.table().columnNames().stream()
                        .filter(staged.mapped()::contains)
                        .toList(),
                groups,
                (Long) figures.get("customers"),
                (Long) figures.get("orders"));
    }

    private static Column about(Input input, String column) {
        return input.table().column(column).isPresent() ? approx_count_distinct(col(column)) : max(lit(0L));
    }

    private static List<Group> groups(Dataset<Row> rows, Input input) {
        Column time = input.timeColumn().map(t -> col(t)).orElse(lit(null)).cast("timestamp");
        List<Group> groups = new ArrayList<>();
        boolean orders = input.equals(Orders.INPUT);
        rows.groupBy(
                        col(Staging.STATUS),
                        substring_index(col(Staging.REASON), "\n", 1),
                        (orders ? col(Orders.STATUS) : lit(null)).cast("string"),
                        (orders ? col(Orders.CURRENCY) : lit(null)).cast("string"))
                .agg(count(lit(1)), min(time), max(time), first(col(Staging.RAW)))
                .limit(GROUPS)
                .collectAsList()
                .forEach(r -> groups.add(group(r)));
        return groups;
    }

    private static Group group(Row row) {
        return new Group(
                row.getString(0),
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getLong(4),
                instant(row.get(5)),
                instant(row.get(6)),
                Optional.ofNullable(row.getString(7)));
    }

    private static Optional<Instant> instant(Object time) {
        return time instanceof java.sql.Timestamp t ? Optional.of(t.toInstant()) : Optional.ofNullable((Instant) time);
    }
}
