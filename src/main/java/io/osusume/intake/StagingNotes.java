package io.osusume.intake;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring_index;

import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person is told of an input's values: words for nothing, points that may group, columns that nobody mapped and should. */
public final class StagingNotes {
    /** What {@link #figure} observes: two bits a column. */
    static final String POINTS = "points";

    private final Input input;
    private final Mapping.Found mapping;
    private final Optional<String> lookAlike;
    private final RefundColumns refunds;

    StagingNotes(Input input, Mapping.Found mapping, Optional<String> lookAlike, RefundColumns refunds) {
        this.input = input;
        this.mapping = mapping;
        this.lookAlike = lookAlike;
        this.refunds = refunds;
    }

    /** To be observed while the rows are written. */
    static Column figure() {
        return bit_or(col(Reading.POINTS)).as(POINTS);
    }

    /**
     * The sentences.
     *
     * @param points what was observed
     * @param words whether any row holds a word for nothing
     */
    List<String> of(int points, boolean words, Dataset<Row> kept) {
        List<String> notes = new ArrayList<>(ambiguous(points));
        if (words) {
            notes.addAll(nothing(kept));
        }
        lookAlike.ifPresent(line -> notes.add("No " + input.name()
                + ".customer_id is mapped, and the source has a column that looks like it. If it is: " + line));
        notes.addAll(refunds.notes());
        return notes;
    }

    private List<String> ambiguous(int points) {
        List<String> notes = new ArrayList<>();
        List<MappedColumn> pointed = Reading.pointed(mapping.columns());
        for (int i = 0; i < pointed.size(); i++) {
            if (((points >> (2 * i)) & 3) == 1) {
                MappedColumn m = pointed.get(i);
                String sql = m.reads().size() == 1 ? SourceNames.sql(m.reads().get(0)) : m.sql();
                notes.add(String.format(
                        Locale.ROOT,
                        "%s.%s is ambiguous: every point in it is followed by exactly three digits. 1.280 is read as 1.28;"
                                + " where it is twelve hundred and eighty, write %s",
                        input.name(),
                        m.field().name(),
                        SourceNames.line(m.key(), "parse_number(" + sql + ", ',')")));
            }
        }
        return notes;
    }

    private List<String> nothing(Dataset<Row> kept) {
        Column column = substring_index(col("found"), "=", 1);
        Map<String, StringBuilder> byColumn = new LinkedHashMap<>();
        kept.where(col(Reading.NOTHING).isNotNull())
                .select(explode(split(col(Reading.NOTHING), Reading.BETWEEN)).as("found"))
                .groupBy(column.as("column"), col("found"))
                .count()
                .orderBy(col("column"), col("count").desc(), col("found"))
                .collectAsList()
                .forEach(r -> byColumn.computeIfAbsent(r.getString(0), c -> new StringBuilder())
                        .append(byColumn.get(r.getString(0)).isEmpty() ? "" : ", ")
                        .append(String.format(
                                Locale.ROOT,
                                "%s (%,d)",
                                r.getString(1).substring(r.getString(0).length() + 1),
                                r.getLong(2))));
        return byColumn.entrySet().stream()
                .map(e -> input.name() + "." + e.getKey() + ": words read as no value: " + e.getValue() + ". inputs."
                        + input.name() + ".nulls says which.")
                .toList();
    }
}
