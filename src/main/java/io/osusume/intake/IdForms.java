package io.osusume.intake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the form in which ids of two files are the same. */
public final class IdForms {
    private static final String ID = "id";
    private static final String FORM = "form";
    private static final String VALUE = "value";

    private IdForms() {}

    /**
     * The form that makes most ids match.
     *
     * @param matched distinct ids of the first that stand in the second, in that form
     * @param changesFirst whether it changes any of the matched ids of the first
     * @param changesSecond the same of the second
     */
    public record Fit(IdForm form, long matched, boolean changesFirst, boolean changesSecond) {}

    /**
     * Empty where none makes more ids match than do as they are.
     *
     * @param first one column of ids
     * @param second one column of ids
     * @param matched how many distinct ones of the first stand in the second as they are
     */
    public static Optional<Fit> best(Dataset<Row> first, Dataset<Row> second, long matched) {
        Dataset<Row> left = formed(first).withColumnRenamed(ID, "left_id");
        Dataset<Row> right = formed(second).withColumnRenamed(ID, "right_id");
        List<Row> counts = left.join(right, new String[] {FORM, VALUE})
                .groupBy(FORM)
                .agg(
                        count_distinct(col("left_id")),
                        max(col("left_id").notEqual(col(VALUE))),
                        max(col("right_id").notEqual(col(VALUE))))
                .collectAsList();
        return counts.stream()
                .map(r -> new Fit(IdForm.valueOf(r.getString(0)), r.getLong(1), r.getBoolean(2), r.getBoolean(3)))
                .filter(f -> f.matched() > matched)
                .max(Comparator.comparingLong(Fit::matched).thenComparing(Fit::form, Comparator.reverseOrder()));
    }

    private static Dataset<Row> formed(Dataset<Row> ids) {
        Column[] forms = Arrays.stream(IdForm.values())
                .map(f -> struct(lit(f.name()).as(FORM), f.of(ID).as(VALUE)))
                .toArray(Column[]::new);
        return ids.toDF(ID)
                .where(col(ID).isNotNull())
                .distinct()
                .select(col(ID), explode(array(forms)).as("formed"))
                .select(
                        col(ID),
                        col("formed." + FORM).as(FORM),
                        col("formed." + VALUE).as(VALUE))
                .where(col(VALUE).notEqual(""));
    }
}
