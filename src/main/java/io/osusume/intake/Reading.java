package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.intake.text.Cleaner;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Raw rows → values in the types of their columns, with what could not be read. Each step stands in a projection of its own,
 * so that nothing is worked out twice.
 */
final class Reading {
    /** The row as it came, in one struct. */
    static final String SOURCE = "_source";
    /** Why the row cannot be read; see {@link Unread}. */
    static final String UNREAD = "_unread";
    /** Words for nothing that stood in the row, as column=word with {@link #BETWEEN} between them; null without any. */
    static final String NOTHING = "_nothing";

    static final String BETWEEN = "\u0001";
    /** Two bits for each text that becomes a number: what stands behind its point; see {@link Cleaner#point}. */
    static final String POINTS = "_points";

    private static final String CORRUPT = "_corruption";
    private static final String WHERE = "_where_error";

    private final Input input;
    private final Mapping.Found mapping;
    private final Cleaner cleaner;

    Reading(Input input, Mapping.Found mapping, Cleaner cleaner) {
        this.input = input;
        this.mapping = mapping;
        this.cleaner = cleaner;
    }

    /** The input's columns, then {@link #SOURCE}, {@link #UNREAD}, {@link #NOTHING} and {@link #POINTS}. */
    Dataset<Row> of(Dataset<Row> raw) {
        Dataset<Row> made = made(new Condition(mapping.where()).passing(raw), raw);
        Dataset<Row> given = made.select(
                columns(List.of(SOURCE, CORRUPT, WHERE), this::given, nothing().as(NOTHING)));
        Dataset<Row> typed =
                given.select(columns(List.of(SOURCE, CORRUPT, WHERE, NOTHING), this::typed, points().as(POINTS)));
        List<Column> columns = new ArrayList<>();
        for (Field field : input.table().columns()) {
            columns.add(
                    mapping.columns().containsKey(field.name())
                            ? col("_typed_" + field.name()).as(field.name())
                            : lit(null).cast(field.type()).as(field.name()));
        }
        columns.addAll(List.of(col(SOURCE), unread(raw).first().as(UNREAD), col(NOTHING), col(POINTS)));
        return typed.select(columns.toArray(Column[]::new));
    }

    /** The texts that become numbers, in the order of their bits in {@link #POINTS}. */
    static List<MappedColumn> pointed(Map<String, MappedColumn> columns) {
        return columns.values().stream()
                .filter(MappedColumn::isText)
                .filter(m ->
                        m.field().type().equals(Types.MONEY) || m.field().type().equals(Types.QUANTITY))
                .toList();
    }

    private Dataset<Row> made(Dataset<Row> passing, Dataset<Row> raw) {
        List<Column> columns = new ArrayList<>();
        columns.add(struct(Arrays.stream(raw.columns())
                        .map(c -> col(SourceNames.quoted(c)))
                        .toArray(Column[]::new))
                .as(SOURCE));
        columns.add(Condition.corruption(raw).as(CORRUPT));
        columns.add(new Condition(mapping.where()).error().as(WHERE));
        mapping.columns()
                .forEach((name, m) ->
                        columns.add((m.tried() ? Tried.of(m.expression()) : m.expression()).as("_made_" + name)));
        return passing.select(columns.toArray(Column[]::new));
    }

    /** Adds the columns of one mapped column to a projection. */
    private interface Step {
        void add(String name, MappedColumn mapped, List<Column> columns);
    }

    private Column[] columns(List<String> kept, Step step, Column last) {
        List<Column> columns = new ArrayList<>(kept.stream().map(c -> col(c)).toList());
        mapping.columns().forEach((name, m) -> step.add(name, m, columns));
        columns.add(last);
        return columns.toArray(Column[]::new);
    }

    private void given(String name, MappedColumn m, List<Column> columns) {
        columns.add(PlainCast.given(value(name, m), m.type(), cleaner).as("_given_" + name));
        if (m.tried()) {
            Column error = col("_made_" + name).getField(Tried.ERROR);
            columns.add(when(word(m).isNull(), error).as("_error_" + name));
        }
    }

    private void typed(String name, MappedColumn m, List<Column> columns) {
        Column given = col("_given_" + name);
        columns.add(given);
        if (m.tried()) {
            columns.add(col("_error_" + name));
        }
        columns.add(PlainCast.typed(given, m.type(), m.field()).as("_typed_" + name));
    }

    private static Column value(String name, MappedColumn m) {
        return m.tried() ? col("_made_" + name).getField(Tried.VALUE) : col("_made_" + name);
    }

    /** The word for nothing over which an expression fails: then it gives nothing, too. */
    private Column word(MappedColumn m) {
        List<Column> words = new ArrayList<>();
        words.add(lit(null).cast(Types.TEXT));
        m.reads()
                .forEach(read -> words.add(
                        Calls.text(cleaner, "word", col(SOURCE).getField(read).cast(Types.TEXT))));
        return coalesce(words.toArray(Column[]::new));
    }

    private Column nothing() {
        List<Column> found = new ArrayList<>();
        mapping.columns().forEach((name, m) -> {
            Column failed = m.tried()
                    ? when(col("_made_" + name).getField(Tried.ERROR).isNotNull(), word(m))
                    : lit(null).cast(Types.TEXT);
            if (m.isText()) {
                found.add(concat(lit(name + "="), coalesce(Calls.text(cleaner, "word", value(name, m)), failed)));
            } else if (m.tried()) {
                found.add(concat(lit(name + "="), failed));
            }
        });
        return found.isEmpty()
                ? lit(null).cast(Types.TEXT)
                : nullif(concat_ws(BETWEEN, found.toArray(Column[]::new)), lit(""));
    }

    private Column points() {
        Column bits = lit(0);
        List<MappedColumn> pointed = pointed(mapping.columns());
        for (int i = 0; i < pointed.size(); i++) {
            Column point = Calls.number(
                    cleaner, "point", col("_given_" + pointed.get(i).field().name()));
            bits = bits.bitwiseOR(shiftleft(coalesce(point, lit(0)), 2 * i));
        }
        return bits;
    }

    private Unread unread(Dataset<Row> raw) {
        Unread unread = new Unread(raw);
        unread.corrupt(col(CORRUPT));
        mapping.where().filter(MappedColumn::tried).ifPresent(w -> unread.failed("where", w, col(WHERE)));
        for (Field field : input.table().columns()) {
            MappedColumn m = mapping.columns().get(field.name());
            if (m != null) {
                Column given = col("_given_" + field.name());
                if (m.tried()) {
                    unread.failed(field.name(), m, col("_error_" + field.name()));
                }
                unread.unreadable(m, given, col("_typed_" + field.name()));
                if (m.isText() && field.name().endsWith("_id")) {
                    unread.control(m, Calls.flag(cleaner, "control", given), given);
                }
            }
        }
        return unread;
    }
}
