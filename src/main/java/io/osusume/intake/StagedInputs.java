package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Input;
import io.osusume.tables.Rejects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The company's inputs, row by row judged.
 *
 * @param taken those that the company has, in the order in which they were staged
 */
record StagedInputs(SparkSession spark, Map<Input, InputReader.Taken> taken) {

    /** Of every input the rows that may be used; none where the company has not got it. */
    Map<Input, Dataset<Row>> accepted() {
        Map<Input, Dataset<Row>> accepted = new LinkedHashMap<>();
        Input.all().forEach(input -> accepted.put(input, accepted(input)));
        return accepted;
    }

    Dataset<Row> accepted(Input input) {
        if (!taken.containsKey(input)) {
            return spark.createDataFrame(List.of(), input.table().schema());
        }
        return taken.get(input)
                .rows()
                .where(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                .select(input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new));
    }

    /** The ids that a reference points to, in a column of its name. */
    Dataset<Row> ids(Reference reference) {
        return reference.places(taken.keySet()).stream()
                .map(place -> accepted(place).select(reference.column()))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** Where these ids stand, as a message calls it. */
    String places(Reference reference) {
        return reference.places(taken.keySet()).stream()
                .map(place -> place.name() + "." + reference.column())
                .collect(Collectors.joining(" or "));
    }

    /** The same with one input's rows changed. */
    StagedInputs with(Input input, InputReader.Taken changed) {
        Map<Input, InputReader.Taken> all = new LinkedHashMap<>(taken);
        all.put(input, changed);
        return new StagedInputs(spark, all);
    }

    /** Whether the company's data has this optional column. */
    boolean knows(Input input, String column) {
        return taken.containsKey(input) && taken.get(input).mapped().contains(column);
    }

    long acceptedRows() {
        return taken.values().stream().mapToLong(t -> t.counts().accepted()).sum();
    }

    /** The table {@code rejects}. */
    Dataset<Row> rejects() {
        return taken.entrySet().stream()
                .map(e -> e.getValue()
                        .rows()
                        .where(col(Staging.STATUS).equalTo(Staging.REJECTED))
                        .select(
                                lit(e.getKey().name()).as(Rejects.INPUT),
                                col(Staging.REASON).as(Rejects.REASON),
                                col(Staging.DETAIL).as(Rejects.DETAIL),
                                col(Staging.RAW).as(Rejects.RAW)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    Map<Input, InputCounts> counts() {
        Map<Input, InputCounts> counts = new LinkedHashMap<>();
        taken.forEach((input, t) -> counts.put(input, t.counts()));
        return counts;
    }

    /** What a person is told of the sources and of the values in them, in sentences. */
    List<String> notes() {
        return taken.values().stream().flatMap(t -> t.notes().stream()).toList();
    }

    /** The columns that the company's data has, by input. */
    Map<Input, Set<String>> mapped() {
        Map<Input, Set<String>> mapped = new LinkedHashMap<>();
        taken.forEach((input, t) -> mapped.put(input, t.mapped()));
        return mapped;
    }
}
