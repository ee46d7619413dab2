package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.Hocon;
import io.osusume.intake.source.RawRows;
import io.osusume.intake.source.SourceFiles;
import io.osusume.tables.Input;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whole rows that stand in several files of one input: a day that was loaded twice, a copy beside its original. Rows that repeat
 * within one file are not meant: somebody may buy the same thing twice in an order.
 */
final class RepeatedRows {
    private static final String ROW = "row";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String ROWS = "rows";
    private static final int NAMED = 3;

    private final Input input;
    private final RawRows raw;

    RepeatedRows(Input input, RawRows raw) {
        this.input = input;
        this.raw = raw;
    }

    /** A sentence where there are any. The files are read again only where any kept row repeats at all. */
    Optional<String> note(Dataset<Row> kept) {
        if (raw.files().stream().noneMatch(f -> f.all().size() > 1) || !repeats(kept)) {
            return Optional.empty();
        }
        List<Row> pairs = raw.rows()
                .select(
                        xxhash64(to_json(struct(col("*")))).as(ROW),
                        input_file_name().as("file"))
                .groupBy(ROW)
                .agg(min("file").as(FIRST), max("file").as(LAST))
                .where(col(FIRST).notEqual(col(LAST)))
                .groupBy(FIRST, LAST)
                .agg(count(lit(1)).as(ROWS))
                .orderBy(col(ROWS).desc(), col(FIRST), col(LAST))
                .collectAsList();
        return pairs.isEmpty() ? Optional.empty() : Optional.of(sentence(pairs));
    }

    private boolean repeats(Dataset<Row> kept) {
        Column[] values = input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
        return !kept.where(col(Staging.STATUS).isin(Staging.ACCEPTED, Staging.OLDER))
                .groupBy(xxhash64(values))
                .count()
                .where(col("count").gt(1))
                .isEmpty();
    }

    private String sentence(List<Row> pairs) {
        long rows = pairs.stream().mapToLong(r -> r.getLong(2)).sum();
        String files = pairs.stream()
                .limit(NAMED)
                .map(r -> String.format(
                        Locale.ROOT, "%s and %s (%,d rows)", name(r.getString(0)), name(r.getString(1)), r.getLong(2)))
                .collect(Collectors.joining("; "));
        String source = input.name() + "_files";
        return String.format(
                Locale.ROOT,
                "%,d rows of %s stand again in another file, the same in every column: %s%s. If a file is a copy, take it away;"
                        + " or, in place of inputs.%s.path, write sources.%s.path = %s and inputs.%s.query = %s, which makes one"
                        + " also of rows that repeat within a file.",
                rows,
                input.name(),
                files,
                pairs.size() > NAMED ? String.format(Locale.ROOT, " and %,d more pairs", pairs.size() - NAMED) : "",
                input.name(),
                source,
                Hocon.quoted(root()),
                input.name(),
                Hocon.quoted("SELECT DISTINCT * FROM " + source));
    }

    private String root() {
        return raw.files().map(SourceFiles::root).orElse("");
    }

    /** The file's path, from the folder that all have in common on. */
    private String name(String uri) {
        String path = URI.create(uri).getPath();
        int start = path.indexOf(root());
        String below = start < 0 ? path.substring(path.lastIndexOf('/') + 1) : path.substring(start + root().length());
        return below.startsWith("/") ? below.substring(1) : below;
    }
}
