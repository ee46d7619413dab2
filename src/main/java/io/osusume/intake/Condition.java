package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.intake.source.Sources;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The condition that rows of an input meet. One that never fails is handed to the source as it is, which may filter by it. */
final class Condition {
    private static final String TRIED = "_where";
    private static final String CORRUPT_PREFIX = "_corrupt";

    private final Optional<MappedColumn> where;

    Condition(Optional<MappedColumn> where) {
        this.where = where;
    }

    /** Rows that meet the condition, that make it fail, or that are no rows at all. */
    Dataset<Row> passing(Dataset<Row> raw) {
        if (where.isEmpty()) {
            return raw;
        }
        Column condition = where.get().expression();
        Column corrupt = corrupt(raw);
        if (!where.get().tried()) {
            return raw.where(mayBeCorrupt(raw) ? corrupt.or(coalesce(condition, lit(false))) : condition);
        }
        return raw.withColumn(TRIED, Tried.of(condition))
                .where(corrupt.or(error().isNotNull()).or(coalesce(col(TRIED).getField(Tried.VALUE), lit(false))));
    }

    /** Why the condition failed, of the rows that pass; null where it did not. */
    Column error() {
        return where.filter(MappedColumn::tried).isPresent()
                ? col(TRIED).getField(Tried.ERROR)
                : lit(null).cast(Types.TEXT);
    }

    /** Whether the row is none: it could not be parsed, or is no text. */
    static Column corrupt(Dataset<Row> raw) {
        return corruption(raw).isNotNull();
    }

    /** The reason why the row is none; null where it is one. */
    static Column corruption(Dataset<Row> raw) {
        List<Column> reasons = new ArrayList<>();
        reasons.add(lit(null).cast(Types.TEXT));
        for (String name : raw.columns()) {
            if (name.startsWith(CORRUPT_PREFIX)) {
                String reason = name.equals(Sources.BAD_ENCODING) ? "bad_encoding" : "corrupt_line";
                reasons.add(when(col(SourceNames.quoted(name)).isNotNull(), lit(reason)));
            }
        }
        return coalesce(reasons.toArray(Column[]::new));
    }

    private static boolean mayBeCorrupt(Dataset<Row> raw) {
        return Arrays.stream(raw.columns()).anyMatch(c -> c.startsWith(CORRUPT_PREFIX));
    }
}
