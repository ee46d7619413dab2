package io.osusume.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Writes a generated world as CSV with a header, an empty field for null. A small world (up to {@value #SMALL}
 * customers) becomes one file an input, {@code orders.csv} and so on, sorted by key, so that the same options give the
 * same bytes and a person can read and compare it. A larger one becomes a directory of part files an input, {@code
 * orders/}, unsorted, since sorting would cost more than generating.
 */
public final class SampleFiles {
    static final int SMALL = 20_000;

    private final String folder;
    private final Configuration hadoop;

    public SampleFiles(String folder, Configuration hadoop) {
        this.folder = folder;
        this.hadoop = hadoop;
    }

    /**
     * Replaces these inputs, by name, in the folder; other files there stay.
     *
     * @throws IOException when the folder cannot be written
     */
    public void write(Map<String, Dataset<Row>> inputs, long customers) throws IOException {
        for (Map.Entry<String, Dataset<Row>> input : inputs.entrySet()) {
            Path file = new Path(folder, input.getKey() + ".csv");
            Path directory = new Path(folder, input.getKey());
            if (customers <= SMALL) {
                oneFile(input.getValue(), directory, file);
            } else {
                csv(input.getValue(), directory);
                directory.getFileSystem(hadoop).delete(file, false);
            }
        }
    }

    /** The leading columns of each input are its key; all columns together leave no tie. */
    private void oneFile(Dataset<Row> input, Path parts, Path file) throws IOException {
        Column[] keys = Arrays.stream(input.columns()).map(input::col).toArray(Column[]::new);
        csv(input.coalesce(1).sortWithinPartitions(keys), parts);
        FileSystem files = withoutChecksums(parts.getFileSystem(hadoop));
        FileStatus[] written = files.globStatus(new Path(parts, "part-*.csv"));
        files.delete(file, false);
        if (written.length != 1 || !files.rename(written[0].getPath(), file)) {
            throw new IOException("cannot move %s to %s".formatted(Arrays.toString(written), file));
        }
        files.delete(parts, true);
    }

    private static void csv(Dataset<Row> input, Path target) {
        input.write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .option("nullValue", "")
                .option("emptyValue", "")
                .csv(target.toString());
    }

    /** Hadoop's local file system would leave hidden checksum files beside each file that a person is to read. */
    private static FileSystem withoutChecksums(FileSystem files) {
        return files instanceof ChecksumFileSystem local ? local.getRawFileSystem() : files;
    }
}
