package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads json. All documents are looked through for their columns first, so that a column which no document has is known to be
 * missing; one document a line, or a document or an array over several lines a file, is told from the files themselves.
 */
final class JsonSource {
    private final SparkSession spark;
    private final SourceConfig config;
    private final SourceFiles files;
    private boolean corrupt;

    JsonSource(SparkSession spark, SourceConfig config, SourceFiles files) {
        this.spark = spark;
        this.config = config;
        this.files = files;
    }

    RawRows read(UsedColumns used) {
        Map<JsonProbe.Layout, List<String>> layouts = new EnumMap<>(JsonProbe.Layout.class);
        JsonProbe probe = new JsonProbe(files, CsvDialect.charset(config));
        for (FileStatus file : files.all()) {
            layouts.computeIfAbsent(probe.of(file), l -> new ArrayList<>())
                    .add(file.getPath().toString());
        }
        List<Dataset<Row>> parts = new ArrayList<>();
        boolean whole = layouts.size() == 1;
        layouts.forEach((layout, paths) -> {
            if (layout != JsonProbe.Layout.NOTHING) {
                parts.add(rows(layout, whole ? new String[] {files.root()} : paths.toArray(String[]::new)));
            }
        });
        if (parts.isEmpty()) {
            throw files.all().isEmpty()
                    ? files.noFile()
                    : UserException.data(
                            files.key() + ".path = " + files.root()
                                    + ": empty, no document at all. Load the data, or unset the path if there is no such data.");
        }
        Dataset<Row> rows = ByName.union(parts);
        return new RawRows(rows, used.all() && corrupt ? leftOut(rows) : List.of(), files);
    }

    /** Documents that are rejects where a file is an input of its own, and no rows of a table that a query reads. */
    private List<String> leftOut(Dataset<Row> rows) {
        Row counts = rows.agg(
                        count_if(col(Sources.CORRUPT_LINE).isNotNull()),
                        count(col(ByName.quoted(rows.columns()[0]))), // Spark does not read the corrupt lines alone
                        count(lit(1)))
                .first();
        return counts.getLong(0) == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d json documents are corrupt: left out.",
                        files.key(),
                        counts.getLong(0),
                        counts.getLong(2)));
    }

    private Dataset<Row> rows(JsonProbe.Layout layout, String... paths) {
        corrupt |= config.schema().isPresent(); // then nothing is known of them
        StructType schema = config.schema().map(StructType::fromDDL).orElseGet(() -> found(layout, paths));
        return reader(layout)
                .schema(schema.add(Sources.CORRUPT_LINE, DataTypes.StringType))
                .load(paths);
    }

    private StructType found(JsonProbe.Layout layout, String... paths) {
        StructType found = reader(layout).load(paths).schema();
        StructType columns = new StructType();
        for (StructField field : found.fields()) {
            boolean isCorrupt = field.name().equals(Sources.CORRUPT_LINE);
            corrupt |= isCorrupt;
            columns = isCorrupt ? columns : columns.add(field);
        }
        if (columns.isEmpty()) {
            throw UserException.configuration(files.key() + ".path = " + files.root()
                    + ": no line is a json document. Check " + files.key() + ".format (now json) against the file.");
        }
        return columns;
    }

    private DataFrameReader reader(JsonProbe.Layout layout) {
        DataFrameReader reader = spark.read()
                .format("json")
                .option("multiLine", String.valueOf(layout == JsonProbe.Layout.WHOLE))
                .options(config.options())
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", Sources.CORRUPT_LINE);
        config.encoding().ifPresent(name -> reader.option("encoding", name).option("lineSep", "\n"));
        return files.below(reader);
    }
}
