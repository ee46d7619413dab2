package io.osusume.intake;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;

import io.osusume.config.InputConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.source.RawRows;
import io.osusume.intake.source.Sources;
import io.osusume.io.Observed;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    /** Taken for an input whose size cannot be seen before it is read. */
    private static final long UNKNOWN_ROWS = 1_000_000;

    private final OsusumeConfig config;
    private final Sources sources;
    private final Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();

    public InputTrial(SparkSession spark, OsusumeConfig config) {
        this.config = config;
        this.sources = new Sources(spark, config.sources());
    }

    /** About how many rows an input has; a million where it does not lie in files. */
    public long aboutRows(Input input) {
        return sources.aboutRows(input, config.inputs().of(input)).orElse(UNKNOWN_ROWS);
    }

    /**
     * Reads the input.
     *
     * @param until the last day that is seen
     * @param most rows that are read; of a larger input the first ones
     * @throws io.osusume.errors.UserException when it cannot be read or mapped
     */
    public TrialResult of(Input input, LocalDate until, long most) {
        InputConfig settings = config.inputs().of(input);
        Staging staging = new Staging(
                DayBounds.of(until, config.run().zone(), config.quality())
                        .with(config.subscriptions().futureDates()),
                config.quality().nulls());
        boolean whole = aboutRows(input) <= most;
        RawRows raw = sources.read(input, settings);
        Dataset<Row> all = raw.rows();
        Staging.Staged staged = staging.stage(whole ? all : all.limit((int) most), input, settings);
        Observation seen = new Observation("trial of " + input.name());
        Dataset<Row> rows = staged.rows()
                .observe(
                        seen,
                        about(input, Customers.CUSTOMER_ID).as("customers"),
                        about(input, Orders.ORDER_ID).as("orders"),
                        nobody(input).as("nobody"));
        List<TrialResult.Group> groups = groups(rows, input);
        Map<String, Object> figures = Observed.figures(seen);
        TrialResult result = new TrialResult(
                input,
                input.table().columnNames().stream()
                        .filter(staged.mapped()::contains)
                        .toList(),
                groups,
                raw.notes(),
                whole,
                (Long) figures.get("customers"),
                (Long) figures.get("orders"),
                (Long) figures.get("nobody"));
        taken.put(input, new InputReader.Taken(staged.rows(), staged.mapped(), result.counts(), raw.notes()));
        return result;
    }

    /** How the inputs that were tried refer to each other; empty where none refers to another. One more pass. */
    public Optional<ReferenceTrial> references() {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        StagedInputs staged =
                new StagedInputs(taken.values().iterator().next().rows().sparkSession(), taken);
        return Reference.among(staged.mapped()).isEmpty()
                ? Optional.empty()
                : Optional.of(ReferenceTrial.of(staged, config));
    }

    private static Column about(Input input, String column) {
        return input.table().column(column).isPresent() ? approx_count_distinct(col(column)) : max(lit(0L));
    }

    private static Column nobody(Input input) {
        return input.table().column(Customers.CUSTOMER_ID).isPresent()
                ? count_if(col(Staging.STATUS)
                        .equalTo(Staging.ACCEPTED)
                        .and(col(Customers.CUSTOMER_ID).isNull()))
                : max(lit(0L));
    }

    private List<TrialResult.Group> groups(Dataset<Row> rows, Input input) {
        Column time = input.timeColumn().map(t -> col(t)).orElse(lit(null)).cast("timestamp");
        List<TrialResult.Group> groups = new ArrayList<>();
        boolean orders = input.equals(Orders.INPUT);
        Column listed = orders ? new Statuses(config.orders()).listed() : lit(null);
        rows.groupBy(
                        col(Staging.STATUS),
                        substring_index(col(Staging.REASON), "\n", 1),
                        (orders ? col(Orders.STATUS) : lit(null)).cast("string"),
                        (orders ? CurrencyCodes.code() : lit(null)).cast("string"),
                        listed.cast("string"))
                .agg(count(lit(1)), min(time), max(time), first(col(Staging.RAW)))
                .limit(GROUPS)
                .collectAsList()
                .forEach(r -> groups.add(group(r)));
        return groups;
    }

    private static TrialResult.Group group(Row row) {
        return new TrialResult.Group(
                row.getString(0),
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                row.getLong(5),
                instant(row.get(6)),
                instant(row.get(7)),
                Optional.ofNullable(row.getString(8)));
    }

    private static Optional<Instant> instant(Object time) {
        return time instanceof java.sql.Timestamp t ? Optional.of(t.toInstant()) : Optional.ofNullable((Instant) time);
    }
}
