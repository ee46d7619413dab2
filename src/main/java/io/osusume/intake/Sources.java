package io.osusume.intake;

import io.osusume.config.InputConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Input;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads a company's inputs as they are. Nothing is inferred: csv is read as text by its header line, json by the columns
 * that the mapping names, other formats carry their schema. A line that does not fit is kept whole in
 * {@link #CORRUPT_LINE}, for staging to reject.
 */
public final class Sources {
    /** Added to csv and json: the whole line where it could not be parsed, else null. */
    public static final String CORRUPT_LINE = "_corrupt_line";

    private static final Set<String> FILE_FORMATS = Set.of("csv", "json", "parquet", "orc", "text", "avro");
    private static final Set<String> TEXT_FORMATS = Set.of("csv", "json", "text");
    /** Bytes of a row of few short columns as plain text: rows told from a file's size are rather too many than too few. */
    private static final long PLAIN_ROW_BYTES = 40;
    /** The same, compressed or in columns. */
    private static final long PACKED_ROW_BYTES = 6;

    private final SparkSession spark;

    public Sources(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * The rows of an input that {@link InputConfig#isPresent() is present}.
     *
     * @throws UserException when there is nothing at the path, or it is not of the format
     */
    public Dataset<Row> read(Input input, InputConfig config) {
        try {
            Dataset<Row> rows = config.table().isPresent()
                    ? spark.read()
                            .options(config.options())
                            .table(config.table().get())
                    : load(input, config);
            return config.where().isPresent() ? rows.where(config.where().get()) : rows;
        } catch (UserException e) {
            throw e;
        } catch (Exception e) { // AnalysisException and SparkException are checked in Scala, undeclared here
            throw unreadable(input, config, e);
        }
    }

    /** What lies at a path in a format that carries its schema, such as parquet. */
    Dataset<Row> plain(String format, String path) {
        return spark.read().format(format).load(path);
    }

    /**
     * About how many rows an input has, judged by the size of its files; empty where it does not lie in files.
     *
     * @throws UserException when there is nothing at the path
     */
    public OptionalLong aboutRows(Input input, InputConfig config) {
        String format = config.format().orElse("csv").toLowerCase(Locale.ROOT);
        if (config.path().isEmpty() || !FILE_FORMATS.contains(format)) {
            return OptionalLong.empty();
        }
        try {
            long rows = 0;
            for (FileStatus found : files(input, config.path().get())) {
                FileSystem files = found.getPath().getFileSystem(hadoop());
                boolean plain = TEXT_FORMATS.contains(format) && codec(found.getPath()) == null;
                rows += files.getContentSummary(found.getPath()).getLength()
                        / (plain ? PLAIN_ROW_BYTES : PACKED_ROW_BYTES);
            }
            return OptionalLong.of(rows);
        } catch (java.io.IOException e) {
            throw unreadable(input, config, e);
        }
    }

    private CompressionCodec codec(Path path) {
        return new CompressionCodecFactory(hadoop()).getCodec(path);
    }

    private Configuration hadoop() {
        return spark.sparkContext().hadoopConfiguration();
    }

    private Dataset<Row> load(Input input, InputConfig config) throws java.io.IOException {
        String format = config.format().orElse("csv").toLowerCase(Locale.ROOT);
        if (config.path().isEmpty()) {
            return reader(config, format).load();
        }
        String path = config.path().get();
        if (FILE_FORMATS.contains(format)) {
            files(input, path);
        }
        return switch (format) {
            case "csv" -> csv(config, path);
            case "json" -> json(input, config, path);
            default -> reader(config, format).load(path);
        };
    }

    private FileStatus[] files(Input input, String path) throws java.io.IOException {
        Path glob = new Path(path);
        FileStatus[] found = glob.getFileSystem(hadoop()).globStatus(glob);
        if (found == null || found.length == 0) {
            throw UserException.configuration("inputs." + input.name() + ".path = " + path
                    + ": no such file or folder. Correct the path (relative paths start where the command runs), or set it"
                    + " on the command line: --set inputs." + input.name() + ".path=…");
        }
        return found;
    }

    private DataFrameReader reader(InputConfig config, String format) {
        DataFrameReader reader = spark.read().format(format).options(config.options());
        return config.schema().map(reader::schema).orElse(reader);
    }

    /** All columns as text. Column pruning is off: with it, a line with too few fields would pass unnoticed. */
    private Dataset<Row> csv(InputConfig config, String path) {
        DataFrameReader plain =
                spark.read().format("csv").option("header", "true").options(config.options());
        StructType header = config.schema().map(StructType::fromDDL).orElseGet(() -> plain.load(path)
                .schema());
        return lines(plain.option("enforceSchema", "false").option("columnPruning", "false"), header, path);
    }

    private Dataset<Row> json(Input input, InputConfig config, String path) {
        StructType schema = config.schema().map(StructType::fromDDL).orElseGet(() -> mappedColumns(input, config));
        return lines(spark.read().format("json").options(config.options()), schema, path);
    }

    private static Dataset<Row> lines(DataFrameReader reader, StructType columns, String path) {
        return reader.option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", CORRUPT_LINE)
                .schema(columns.add(CORRUPT_LINE, DataTypes.StringType))
                .load(path);
    }

    private static StructType mappedColumns(Input input, InputConfig config) {
        Set<String> names = new TreeSet<>();
        for (String column : input.table().columnNames()) {
            addReferences(names, config.columns().getOrDefault(column, "`" + column + "`"));
        }
        config.where().ifPresent(sql -> addReferences(names, sql));
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return schema;
    }

    private static void addReferences(Set<String> names, String sql) {
        Expression expression = CatalystSqlParser$.MODULE$.parseExpression(sql);
        CollectionConverters.asJava(expression.references().toSeq())
                .forEach(a -> names.add(a.name().replace("`", "")));
    }

    private static UserException unreadable(Input input, InputConfig config, Exception e) {
        String key = "inputs." + input.name();
        String what = config.table()
                .map(t -> key + ".table = " + t)
                .orElseGet(() -> key + ".path = " + config.path().orElse("") + " (format "
                        + config.format().orElse("csv") + ")");
        String reason = e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse("");
        return UserException.configuration(
                what + ": cannot be read: " + reason + " Check " + key
                        + ".format, .options and .where against the file.",
                e);
    }
}
