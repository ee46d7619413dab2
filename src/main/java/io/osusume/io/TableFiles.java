package io.osusume.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Table;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Lays a table's rows into files: ⌈rows ÷ rows per file⌉ of them, each row in the file that the hash of its key names, each
 * file in the order of the key. So the same rows are the same bytes, however many cores there are and whatever came before. (Ranges of
 * the key would do the same for their readers, but Spark samples their bounds, and the sample moves with the partitions.)
 */
final class TableFiles {
    private final FileSystem files;
    private final int rowsPerFile;

    TableFiles(FileSystem files, int rowsPerFile) {
        this.files = files;
        this.rowsPerFile = rowsPerFile;
    }

    /** Where a table's files shall lie, and where they may lie until it is known how many rows there are. */
    record Folders(Path table, Path work) {}

    /**
     * Writes the rows, computed once, and checks them. How many there are is known only then: few are written into one file, and laid
     * out anew should there be more after all; many are written as they come, by all cores, and then laid out.
     */
    TableCheck.Result write(Table table, Dataset<Row> rows, Folders folders, Scale scale) throws IOException {
        long number;
        if (scale == Scale.SMALL) {
            TableCheck.Result one = layOut(table, rows, 1, folders.table());
            number = filesFor(one.rows());
            if (number == 1) {
                return one;
            }
            move(folders.table(), folders.work());
        } else {
            Observation observed = new Observation(table.name());
            rows.observe(observed, count(lit(1)).as("rows"))
                    .write()
                    .parquet(folders.work().toString());
            number = filesFor((Long) Observed.figures(observed).getOrDefault("rows", 0L));
        }
        Dataset<Row> written = rows.sparkSession()
                .read()
                .schema(rows.schema())
                .parquet(folders.work().toString());
        TableCheck.Result result = layOut(table, written, (int) number, folders.table());
        files.delete(folders.work(), true);
        return result;
    }

    private long filesFor(long rows) {
        return Math.max(1, (rows + rowsPerFile - 1) / rowsPerFile);
    }

    private TableCheck.Result layOut(Table table, Dataset<Row> rows, int number, Path folder) throws IOException {
        List<String> order = table.key().isEmpty() ? table.columnNames() : table.key();
        Column[] by = order.stream().map(c -> col(c)).toArray(Column[]::new);
        Dataset<Row> spread = number == 1 ? rows.repartition(1) : rows.repartition(number, by);
        TableCheck check = new TableCheck(table);
        check.watch(spread.sortWithinPartitions(by)).write().parquet(folder.toString());
        Footers.finish(files, folder);
        return check.result(rows.sparkSession().read().schema(rows.schema()).parquet(folder.toString()));
    }

    private void move(Path from, Path to) throws IOException {
        files.mkdirs(to.getParent());
        if (!files.rename(from, to)) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }
}
