package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.InputConfig;
import io.osusume.intake.text.Cleaner;
import io.osusume.intake.text.TextFunctions;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Raw rows of one input → the columns that Osusume knows, in their types, with what became of each row.
 *
 * <p>A text is {@link io.osusume.intake.text.Cleaner cleaned}; an empty one, or a word for nothing, is no value. The reason of
 * a reject is the first that holds: the line is corrupt; the condition or an expression fails, or a value cannot be read; a
 * required value is missing; a time lies outside the configured bounds; a number is
 * negative that must not be; a value is none of those known; the row names nobody; a row of the same key is there already.
 * A row after the as-of date is not judged otherwise, since it is not seen.
 */
public final class Staging {
    /** What became of the row: {@link #ACCEPTED}, {@link #REJECTED} or {@link #LATER}. */
    public static final String STATUS = "_status";

    public static final String ACCEPTED = "accepted";
    public static final String REJECTED = "rejected";
    /** Fit, but another row of the same key counts: a newer one, or one that says the same. */
    public static final String OLDER = "older";
    /** After the as-of date. */
    public static final String LATER = "later";

    /** Why the row was rejected; null otherwise. */
    public static final String REASON = "_reason";
    /** More of the reason, where there is more to say: the expression, the value, what it looks like and the line that reads it. */
    public static final String DETAIL = "_detail";
    /** The row as it came, as JSON, where it was rejected; a duplicate's mapped columns. */
    public static final String RAW = "_raw";

    /**
     * One staged input.
     *
     * @param mapped the columns that the company's data has; all others are null
     * @param notes what a person is told of it
     */
    public record Staged(Dataset<Row> rows, Set<String> mapped, StagingNotes notes) {}

    private final DayBounds bounds;
    private final List<String> nulls;

    /** @param nulls words that stand for no value, where an input has none of its own */
    public Staging(DayBounds bounds, List<String> nulls) {
        this.bounds = bounds;
        this.nulls = List.copyOf(nulls);
    }

    /**
     * Marks each row that meets the input's condition. Grain: one row of the input; columns: {@link #output}.
     *
     * @throws io.osusume.errors.UserException when the mapping does not fit the source
     */
    public Staged stage(Dataset<Row> raw, Input input, InputConfig config) {
        TextFunctions.register(raw.sparkSession());
        Mapping mapping = new Mapping(input, config, raw);
        Mapping.Found found = mapping.found();
        Cleaner cleaner = new Cleaner(config.nulls().orElse(nulls));
        Dataset<Row> judged = judge(new Reading(input, found, cleaner).of(raw), input);
        return new Staged(
                isKeyed(input, found.columns()) ? new RowsOfOneKey(input, bounds).settled(judged) : judged,
                Set.copyOf(found.columns().keySet()),
                new StagingNotes(input, found, mapping.lookAlike(), new RefundColumns(input, found, raw)));
    }

    /** The instants that decide what is seen. */
    DayBounds bounds() {
        return bounds;
    }

    private Dataset<Row> judge(Dataset<Row> read, Input input) {
        Dataset<Row> known = withoutHindsight(read, input);
        for (Field column : input.table().columns()) {
            if (!column.allowed().isEmpty()) {
                known = known.withColumn(column.name(), lower(col(column.name())));
            }
        }
        Column later = new Hindsight(input, bounds).later();
        Column reason = new RejectReasons(input, bounds).first(Unread.reason(col(Reading.UNREAD)));
        return known.withColumn(REASON, when(later, lit(null)).otherwise(reason))
                .withColumn(
                        STATUS,
                        when(later, lit(LATER))
                                .when(col(REASON).isNotNull(), lit(REJECTED))
                                .otherwise(lit(ACCEPTED)))
                .withColumn(DETAIL, when(col(REASON).isNotNull(), Unread.detail(col(Reading.UNREAD))))
                .withColumn(RAW, when(col(REASON).isNotNull(), to_json(col(Reading.SOURCE))))
                .select(output(input));
    }

    /** Values that become known after the as-of date read as null. */
    private Dataset<Row> withoutHindsight(Dataset<Row> typed, Input input) {
        Hindsight hindsight = new Hindsight(input, bounds);
        Column[] columns = Arrays.stream(typed.columns())
                .map(name -> input.table().column(name).map(hindsight::known).orElse(col(name)))
                .toArray(Column[]::new);
        return typed.select(columns);
    }

    private static boolean isKeyed(Input input, Map<String, MappedColumn> expressions) {
        return !input.table().key().isEmpty()
                && expressions.keySet().containsAll(input.table().key());
    }

    /** The columns that staging hands on: those of the input's table, then its own. */
    static Column[] output(Input input) {
        List<String> names = new ArrayList<>(input.table().columnNames());
        names.addAll(List.of(STATUS, REASON, DETAIL, RAW, Reading.NOTHING, Reading.POINTS));
        return names.stream().map(c -> col(c)).toArray(Column[]::new);
    }
}
