package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Input;
import io.osusume.tables.Inputs;
import io.osusume.tables.Rejects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The company's inputs, in the order in which they were staged. */
public final class StagedInputs {
    private final SparkSession spark;
    private final Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();

    StagedInputs(SparkSession spark) {
        this.spark = spark;
    }

    void put(Input input, InputReader.Taken staged) {
        taken.put(input, staged);
    }

    /** The rows of an input that may be used; none where the company has not got it. */
    Dataset<Row> accepted(Input input) {
        if (!taken.containsKey(input)) {
            return spark.createDataFrame(List.of(), input.table().schema());
        }
        return taken.get(input)
                .rows()
                .where(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                .select(input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new));
    }

    /** The table {@code rejects}. */
    public Dataset<Row> rejects() {
        return taken.entrySet().stream()
                .map(e -> e.getValue()
                        .rows()
                        .where(col(Staging.STATUS).equalTo(Staging.REJECTED))
                        .select(
                                lit(e.getKey().name()).as(Rejects.INPUT),
                                col(Staging.REASON).as(Rejects.REASON),
                                col(Staging.RAW).as(Rejects.RAW)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    public Map<Input, InputCounts> counts() {
        Map<Input, InputCounts> counts = new LinkedHashMap<>();
        taken.forEach((input, t) -> counts.put(input, t.counts()));
        return counts;
    }

    /** Whether the company's data has this optional column. */
    boolean knows(Input input, String column) {
        return taken.containsKey(input) && taken.get(input).mapped().contains(column);
    }

    /** The names of those inputs that the company has not. */
    public Set<String> absent() {
        Set<String> absent = new TreeSet<>();
        Inputs.ALL.stream().filter(i -> !taken.containsKey(i)).forEach(i -> absent.add(i.name()));
        return absent;
    }
}
