package io.osusume.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.tables.Field;
import io.osusume.tables.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Checks a table as it was written, in one scan: keys are unique, required columns are full. */
public final class TableCheck {
    private TableCheck() {}

    /**
     * What one scan found.
     *
     * @param rows how many there are
     * @param checksum of all values, whatever the order of rows: the sum of their hashes
     * @param problems sentences that name the table and the column; empty when the table may be published
     */
    public record Result(Table table, long rows, String checksum, List<String> problems) {}

    /** Scans the written table. */
    public static Result of(Table table, Dataset<Row> written) {
        List<String> problems = new ArrayList<>();
        List<Field> required = table.columns().stream().filter(Field::required).toList();
        List<Column> figures = new ArrayList<>();
        Column[] all = table.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
        figures.add(sum(xxhash64(all).cast("decimal(38,0)")).cast("string"));
        figures.add(table.key().isEmpty() ? count(lit(1)) : distinctKeys(table));
        required.forEach(c -> figures.add(count_if(col(c.name()).isNull())));
        Row found = written.agg(count(lit(1)), figures.toArray(Column[]::new)).first();
        long rows = found.getLong(0);
        if (found.getLong(2) != rows) {
            problems.add(table.name() + ": " + (rows - found.getLong(2)) + " rows repeat the key " + table.key());
        }
        for (int i = 0; i < required.size(); i++) {
            if (found.getLong(3 + i) > 0) {
                problems.add(
                        table.name() + "." + required.get(i).name() + ": null in " + found.getLong(3 + i) + " rows");
            }
        }
        return new Result(table, rows, found.isNullAt(1) ? "0" : found.getString(1), problems);
    }

    private static Column distinctKeys(Table table) {
        Column[] key = table.key().stream().map(c -> col(c)).toArray(Column[]::new);
        return count_distinct(struct(key));
    }
}
