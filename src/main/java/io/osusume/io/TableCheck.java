package io.osusume.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.tables.Field;
import io.osusume.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Checks a table while it is written, in the same scan: keys are unique, required columns are full. */
public final class TableCheck {
    private static final String ROWS = "rows";
    private static final String CHECKSUM = "checksum";
    private static final String NULLS = "nulls of ";
    private static final String REPEATS = "_repeats";

    private final Table table;
    private final Observation observation;

    TableCheck(Table table) {
        this.table = table;
        this.observation = new Observation(table.name());
    }

    /**
     * What was found.
     *
     * @param rows how many there are
     * @param checksum of all values, whatever the order of rows: the sum of their hashes
     * @param problems sentences that name the table and the column; empty when the table may be published
     */
    public record Result(Table table, long rows, String checksum, List<String> problems) {}

    /**
     * Watches rows go by.
     *
     * @param sorted by the key in each partition, rows of one key in the same one
     */
    Dataset<Row> watch(Dataset<Row> sorted) {
        List<Column> figures = new ArrayList<>();
        figures.add(sum(xxhash64(columns(table.columnNames())).cast("decimal(38,0)"))
                .cast("string")
                .as(CHECKSUM));
        required().forEach(c -> figures.add(count_if(col(c.name()).isNull()).as(NULLS + c.name())));
        Column rows = count(lit(1)).as(ROWS);
        if (table.key().isEmpty()) {
            return sorted.observe(observation, rows, figures.toArray(Column[]::new));
        }
        figures.add(count_if(col(REPEATS)).as(REPEATS));
        Column repeats =
                udf(new Repeats(), DataTypes.BooleanType).asNondeterministic().apply(xxhash64(columns(table.key())));
        return sorted.withColumn(REPEATS, repeats)
                .observe(observation, rows, figures.toArray(Column[]::new))
                .drop(REPEATS);
    }

    /**
     * What went by.
     *
     * @param written where it went to; Spark watches nothing where it sees beforehand that nothing will come
     */
    Result result(Dataset<Row> written) {
        Map<String, Object> found = Observed.figures(observation);
        List<String> problems = new ArrayList<>();
        if (!found.containsKey(ROWS) && !written.isEmpty()) {
            problems.add(table.name() + ": its rows were not seen while they were written");
        }
        long repeated = number(found, REPEATS);
        if (repeated > 0) {
            problems.add(table.name() + ": " + repeated + " rows repeat the key " + table.key());
        }
        for (Field column : required()) {
            long missing = number(found, NULLS + column.name());
            if (missing > 0) {
                problems.add(table.name() + "." + column.name() + ": null in " + missing + " rows");
            }
        }
        Object checksum = found.get(CHECKSUM);
        return new Result(table, number(found, ROWS), checksum == null ? "0" : checksum.toString(), problems);
    }

    private List<Field> required() {
        return table.columns().stream().filter(Field::required).toList();
    }

    private static long number(Map<String, Object> found, String figure) {
        return found.get(figure) instanceof Long number ? number : 0;
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(c -> col(c)).toArray(Column[]::new);
    }

    /** Whether a row's key is that of the row before; each task has its own. */
    private static final class Repeats implements UDF1<Long, Boolean> {
        private static final long serialVersionUID = 1L;

        private transient Long before;

        @Override
        public Boolean call(Long key) {
            boolean repeats = key.equals(before);
            before = key;
            return repeats;
        }
    }
}
