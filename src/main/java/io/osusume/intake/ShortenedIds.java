package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Ids that were kept as decimal numbers, by a spreadsheet or a data frame, and are written as powers of ten: 123456789012 and
 * 123456789013 are both 1.23457E+11.
 */
final class ShortenedIds {
    /** What {@link #figure} observes: the column and one of them. */
    static final String SHORTENED = "shortened";

    private ShortenedIds() {}

    /** To be observed while the rows are written. */
    static Column figure(Input input) {
        Column[] found = input.table().columns().stream()
                .filter(f -> f.name().endsWith("_id") && f.type().equals(DataTypes.StringType))
                .map(ShortenedIds::shortened)
                .toArray(Column[]::new);
        return max(found.length == 0 ? lit(null).cast("string") : coalesce(found))
                .as(SHORTENED);
    }

    private static Column shortened(Field field) {
        Column id = col(field.name());
        // Most ids are told by the first condition, which costs a tenth of the second.
        return when(
                id.contains("E").and(id.rlike("^[1-9]([.][0-9]+)?E[+][0-9]{2}$|^[1-9][.][0-9]+E[0-9]{2}$")),
                concat(lit(field.name() + " "), id));
    }

    /** The sentence. */
    static Optional<String> note(Input input, Object observed) {
        return Optional.ofNullable((String) observed)
                .map(found -> input.name() + "." + found.replace(" ", " has ids such as ")
                        + ": they were kept as decimal numbers, as spreadsheets do, so that different ids may have become one. Export"
                        + " the column again as text.");
    }
}
