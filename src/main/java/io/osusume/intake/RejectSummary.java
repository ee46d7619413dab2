package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.osusume.intake.text.Looks;
import io.osusume.tables.Rejects;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The commonest reasons of rejects, each with how many rows, what more is to be said, and one row as it came: of several dates
 * one that tells the day from the month.
 */
final class RejectSummary {
    private static final int REASONS = 10;
    private static final int SHOWN = 300;

    private RejectSummary() {}

    /** Lines to stand below a message; empty where nothing was rejected. */
    static String of(Dataset<Row> rejects) {
        List<Row> top = rejects.groupBy(Rejects.INPUT, Rejects.REASON)
                .agg(
                        count(lit(1)).as("rows"),
                        min(struct(
                                        coalesce(col(Rejects.DETAIL).contains(Looks.UNTOLD), lit(false)),
                                        coalesce(col(Rejects.DETAIL), lit("")).as("detail"),
                                        col(Rejects.RAW).as("raw")))
                                .as("example"))
                .orderBy(col("rows").desc(), col(Rejects.INPUT), col(Rejects.REASON))
                .limit(REASONS)
                .collectAsList();
        StringBuilder text = new StringBuilder(top.isEmpty() ? "" : "\n  Rejected rows by reason, with one of each:");
        for (Row r : top) {
            Row example = r.getStruct(3);
            text.append(
                    String.format(Locale.ROOT, "\n    %s: %s (%d rows)", r.getString(0), r.getString(1), r.getLong(2)));
            if (!example.getString(1).isEmpty()) {
                text.append("\n      ").append(example.getString(1));
            }
            text.append("\n      ").append(shown(example.getString(2)));
        }
        return text.toString();
    }

    private static String shown(String raw) {
        return raw == null || raw.length() <= SHOWN ? String.valueOf(raw) : raw.substring(0, SHOWN) + "…";
    }
}
