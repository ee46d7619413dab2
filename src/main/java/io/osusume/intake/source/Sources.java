package io.osusume.intake.source;

import io.osusume.config.InputConfig;
import io.osusume.config.InputsConfig;
import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import io.osusume.intake.text.TextFunctions;
import io.osusume.tables.Input;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a company's inputs as they are. Csv is read as text by its header lines, other formats carry their schema. A line that
 * does not fit is kept whole in {@link #CORRUPT_LINE}, for staging to reject.
 */
public final class Sources {
    /** Added to csv and json: the whole line where it could not be parsed, else null. */
    public static final String CORRUPT_LINE = "_corrupt_line";

    /** Added to csv where there are such rows: the encoding in which the row is no text, else null. */
    public static final String BAD_ENCODING = "_corrupt_encoding";

    private static final Set<String> FILE_FORMATS = Set.of("csv", "json", "parquet", "orc", "text", "avro");
    private static final Set<String> TEXT_FORMATS = Set.of("csv", "json", "text");
    /** Bytes of a row of few short columns as plain text: rows told from a file's size are rather too many than too few. */
    private static final long PLAIN_ROW_BYTES = 40;
    /** The same, compressed or in columns. */
    private static final long PACKED_ROW_BYTES = 6;

    private final SparkSession spark;
    private final Map<String, SourceConfig> tables;

    /** @param tables by the name by which queries call them */
    public Sources(SparkSession spark, Map<String, SourceConfig> tables) {
        this.spark = spark;
        this.tables = Map.copyOf(tables);
        // Any encoding of Java's, and nanoseconds as whole numbers: without the second, Spark does not read such a file
        // at all.
        spark.conf().set("spark.sql.legacy.javaCharsets", "true");
        spark.conf().set("spark.sql.legacy.parquet.nanosAsLong", "true");
        hadoop().set("io.compression.codecs", ZstdCodec.class.getName()); // beside those that Hadoop finds by itself
        TextFunctions.register(spark);
    }

    /**
     * The rows of an input that {@link InputConfig#isPresent() is present}, all of them: staging holds them to its condition.
     *
     * @throws UserException when there is nothing at the path, or it is not of the format
     */
    public RawRows read(Input input, InputConfig config) {
        String key = "inputs." + input.name();
        return config.query().isPresent()
                ? new QuerySource(spark, tables, key, config.query().get(), UsedColumns.of(input, config)).read()
                : read(key, config.source(), UsedColumns.of(input, config));
    }

    RawRows read(String key, SourceConfig source, UsedColumns used) {
        try {
            return rows(key, source, used);
        } catch (UserException e) {
            throw e;
        } catch (Exception e) { // AnalysisException and SparkException are checked in Scala, undeclared here
            throw Unreadable.source(key, source, e);
        }
    }

    /** What lies at a path in a format that carries its schema, such as parquet. */
    public Dataset<Row> plain(String format, String path) {
        return spark.read().format(format).load(path);
    }

    /**
     * About how many rows an input has, judged by the size of its files; empty where it does not lie in files.
     *
     * @throws UserException when there is nothing at the path
     */
    public OptionalLong aboutRows(Input input, InputConfig config) {
        if (config.query().isEmpty()) {
            return aboutRows("inputs." + input.name(), config.source());
        }
        Map<String, SourceConfig> named =
                QuerySource.named(tables, config.query().get());
        long rows = 0;
        for (Map.Entry<String, SourceConfig> table : named.entrySet()) {
            OptionalLong about = aboutRows("sources." + table.getKey(), table.getValue());
            if (about.isEmpty()) {
                return about;
            }
            rows += about.getAsLong();
        }
        return named.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /** The files of all inputs, as they are now. */
    public SeenFiles seen(InputsConfig inputs) {
        return SeenFiles.of(inputs, tables, hadoop());
    }

    private OptionalLong aboutRows(String key, SourceConfig source) {
        if (!liesInFiles(source)) {
            return OptionalLong.empty();
        }
        try {
            CompressionCodecFactory codecs = new CompressionCodecFactory(hadoop());
            long rows = 0;
            for (FileStatus file : SourceFiles.at(key, source, hadoop()).all()) {
                boolean plain = TEXT_FORMATS.contains(format(source)) && codecs.getCodec(file.getPath()) == null;
                rows += file.getLen() / (plain ? PLAIN_ROW_BYTES : PACKED_ROW_BYTES);
            }
            return OptionalLong.of(rows);
        } catch (IOException e) {
            throw Unreadable.source(key, source, e);
        }
    }

    /** Sources that no query names, in a sentence; empty where there are none. */
    public Optional<String> unused(InputsConfig inputs) {
        Set<String> unused = new TreeSet<>(tables.keySet());
        for (Input input : Input.all()) {
            inputs.of(input)
                    .query()
                    .ifPresent(sql ->
                            unused.removeAll(QuerySource.named(tables, sql).keySet()));
        }
        return unused.isEmpty()
                ? Optional.empty()
                : Optional.of("No query reads sources." + String.join(", sources.", unused) + ".");
    }

    private RawRows rows(String key, SourceConfig source, UsedColumns used) throws IOException {
        if (source.table().isPresent()) {
            Dataset<Row> table =
                    spark.read().options(source.options()).table(source.table().get());
            return new RawRows(table, List.of(), SourceFiles.none(key, hadoop()));
        }
        if (!liesInFiles(source)) {
            DataFrameReader reader = reader(source);
            Dataset<Row> rows =
                    source.path().isPresent() ? reader.load(source.path().get()) : reader.load();
            return new RawRows(rows, List.of(), SourceFiles.none(key, hadoop()));
        }
        SourceFiles files = SourceFiles.at(key, source, hadoop());
        return switch (format(source)) {
            case "csv" -> new CsvSource(spark, source, files).read(used);
            case "json" -> new JsonSource(spark, source, files).read(used);
            case "parquet", "orc", "avro" -> typed(source, files, used);
            default -> new RawRows(reader(source).load(source.path().get()), List.of(), files);
        };
    }

    private RawRows typed(SourceConfig source, SourceFiles files, UsedColumns used) {
        return source.schema().isPresent()
                ? new RawRows(reader(source).load(source.path().get()), List.of(), files)
                : new TypedSource(spark, source, format(source), files).read(used);
    }

    private Configuration hadoop() {
        return spark.sparkContext().hadoopConfiguration();
    }

    static boolean liesInFiles(SourceConfig source) {
        return source.path().isPresent() && FILE_FORMATS.contains(format(source));
    }

    private static String format(SourceConfig source) {
        return source.format().orElse("csv").toLowerCase(Locale.ROOT);
    }

    private DataFrameReader reader(SourceConfig source) {
        DataFrameReader reader = spark.read().format(format(source)).options(source.options());
        return source.schema().map(reader::schema).orElse(reader);
    }
}
