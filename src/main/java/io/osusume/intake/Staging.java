package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.InputConfig;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Types;
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
 * <p>A text is trimmed, and an empty text is no value. The reason of a reject is the first that holds: the line is corrupt;
 * a required value is missing, or any value cannot be read; a time lies outside the configured bounds; a number is
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
    /** The row as it came, as JSON, where it was rejected; a duplicate's mapped columns. */
    public static final String RAW = "_raw";

    /**
     * One staged input.
     *
     * @param mapped the columns that the company's data has; all others are null
     */
    public record Staged(Dataset<Row> rows, Set<String> mapped) {}

    private final DayBounds bounds;

    public Staging(DayBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Marks each row. Grain: one row of the input; columns: those of the input's table, then {@link #STATUS},
     * {@link #REASON}, {@link #RAW}.
     *
     * @throws io.osusume.errors.UserException when the mapping does not fit the source
     */
    public Staged stage(Dataset<Row> raw, Input input, InputConfig config) {
        Map<String, Column> expressions = new Mapping(input, config, raw).expressions();
        RejectReasons reasons = new RejectReasons(input, bounds);
        List<Column> columns = new ArrayList<>();
        for (Field column : input.table().columns()) {
            Column source = expressions.get(column.name());
            columns.add((source == null ? Mapping.absent(column) : typed(column, source)).as(column.name()));
        }
        Column whole = to_json(struct(col("*")));
        columns.add(reasons.unreadable(expressions, raw).as(RejectReasons.UNREADABLE));
        columns.add(whole.as(RAW));
        Dataset<Row> judged = judge(raw.select(columns.toArray(Column[]::new)), input, reasons);
        return new Staged(
                isKeyed(input, expressions) ? new RowsOfOneKey(input, bounds).settled(judged) : judged,
                Set.copyOf(expressions.keySet()));
    }

    private static Column typed(Field column, Column source) {
        Column text = source;
        if (column.type().equals(Types.TEXT)) {
            return nullif(trim(source.cast(Types.TEXT)), lit(""));
        }
        return text.try_cast(column.type());
    }

    private Dataset<Row> judge(Dataset<Row> typed, Input input, RejectReasons reasons) {
        Dataset<Row> known = withoutHindsight(typed, input);
        for (Field column : input.table().columns()) {
            if (!column.allowed().isEmpty()) {
                known = known.withColumn(column.name(), lower(col(column.name())));
            }
        }
        Column later = input.timeColumn()
                .map(t -> col(t).geq(bounds.end()).and(col(t).lt(bounds.latest())))
                .orElse(lit(false));
        Column reason = reasons.first();
        return known.withColumn(
                        REASON, when(coalesce(later, lit(false)), lit(null)).otherwise(reason))
                .withColumn(
                        STATUS,
                        when(coalesce(later, lit(false)), lit(LATER))
                                .when(col(REASON).isNotNull(), lit(REJECTED))
                                .otherwise(lit(ACCEPTED)))
                .withColumn(RAW, when(col(REASON).isNotNull(), col(RAW)))
                .select(output(input));
    }

    /** Values that become known after the as-of date read as null. */
    private Dataset<Row> withoutHindsight(Dataset<Row> typed, Input input) {
        Column[] columns = Arrays.stream(typed.columns())
                .map(name -> input.table()
                        .column(name)
                        .flatMap(Field::knownFrom)
                        .map(time -> when(coalesce(col(time).lt(bounds.end()), lit(true)), col(name))
                                .as(name))
                        .orElse(col(name)))
                .toArray(Column[]::new);
        return typed.select(columns);
    }

    private static boolean isKeyed(Input input, Map<String, Column> expressions) {
        return !input.table().key().isEmpty()
                && expressions.keySet().containsAll(input.table().key());
    }

    /** The columns that staging hands on: those of the input's table, then its own. */
    static Column[] output(Input input) {
        List<String> names = new ArrayList<>(input.table().columnNames());
        names.addAll(List.of(STATUS, REASON, RAW));
        return names.stream().map(c -> col(c)).toArray(Column[]::new);
    }
}
