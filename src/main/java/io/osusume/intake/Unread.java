package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.intake.text.Advice;
import io.osusume.intake.text.Looks;
import io.osusume.tables.Field;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** Why a row cannot be read, before its values are looked at: a reason for counting, and a detail with expression and value. */
final class Unread {
    private static final String REASON = "reason";
    private static final String DETAIL = "detail";
    private static final int SHOWN = 80;

    private final StructType source;
    private final List<Column> causes = new ArrayList<>();

    /** @param raw the source's rows */
    Unread(Dataset<Row> raw) {
        this.source = raw.schema();
        causes.add(lit(null).cast("struct<" + REASON + ":string," + DETAIL + ":string>"));
    }

    /** The first cause that was added, as a struct; null where the row can be read. */
    Column first() {
        return coalesce(causes.toArray(Column[]::new));
    }

    static Column reason(Column first) {
        return first.getField(REASON);
    }

    static Column detail(Column first) {
        return first.getField(DETAIL);
    }

    /** No row at all. */
    void corrupt(Column reason) {
        add(reason.isNotNull(), reason, lit(null).cast(Types.TEXT));
    }

    /** An expression that failed. */
    void failed(String name, MappedColumn mapped, Column error) {
        List<Column> parts = new ArrayList<>(List.of(lit(mapped.sql() + ": "), error));
        String before = " (";
        for (String read : mapped.reads()) {
            parts.add(lit(before + read + " = "));
            parts.add(coalesce(left(sourceText(read), lit(SHOWN)), lit("null")));
            before = ", ";
        }
        parts.add(lit(mapped.reads().isEmpty() ? "" : ")"));
        if (mapped.field() != null
                && mapped.reads().size() == 1
                && isText(mapped.reads().get(0))
                && kind(mapped.field()) != null) {
            String read = mapped.reads().get(0);
            Advice advice = new Advice(kind(mapped.field()), mapped.key(), SourceNames.sql(read));
            parts.add(coalesce(Calls.text(advice, "more", sourceText(read)), lit("")));
        }
        add(error.isNotNull(), "failed_" + name, concat(parts.toArray(Column[]::new)));
    }

    /** A value that is there and cannot be cast. */
    void unreadable(MappedColumn mapped, Column given, Column typed) {
        Field field = mapped.field();
        if (kind(field) == null) {
            return;
        }
        String sql = mapped.reads().size() == 1
                        && SourceNames.quoted(mapped.reads().get(0)).equals(mapped.sql())
                ? SourceNames.sql(mapped.reads().get(0))
                : mapped.sql();
        Advice advice = new Advice(kind(field), mapped.key(), sql);
        add(
                given.isNotNull().and(typed.isNull()),
                "unreadable_" + field.name(),
                Calls.text(advice, "whole", given.cast(Types.TEXT)));
    }

    /** An id in which a control character stands. */
    void control(MappedColumn mapped, Column isControl, Column given) {
        add(
                isControl,
                "control_character_" + mapped.field().name(),
                concat(
                        lit("in "),
                        org.apache.spark.sql.functions.regexp_replace(left(given, lit(SHOWN)), "\\p{Cntrl}", "␣")));
    }

    private void add(Column holds, String reason, Column detail) {
        add(holds, lit(reason), detail);
    }

    private void add(Column holds, Column reason, Column detail) {
        causes.add(causes.size() - 1, when(holds, struct(reason.as(REASON), detail.as(DETAIL))));
    }

    Column sourceText(String name) {
        return col(Reading.SOURCE).getField(name).cast(Types.TEXT);
    }

    private boolean isText(String name) {
        return source.apply(name).dataType() instanceof StringType;
    }

    private static Looks.Kind kind(Field field) {
        if (field.type().equals(Types.MONEY) || field.type().equals(Types.QUANTITY)) {
            return Looks.Kind.NUMBER;
        }
        if (field.type().equals(Types.WHOLE)) {
            return Looks.Kind.WHOLE;
        }
        if (field.type().equals(Types.FLAG)) {
            return Looks.Kind.FLAG;
        }
        return field.type().equals(Types.INSTANT) ? Looks.Kind.TIME : null;
    }
}
