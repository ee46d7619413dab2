package io.osusume.intake.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import io.osusume.intake.profile.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads csv as text. Each file has its own header line, and its columns are found by the names in it; files with the same
 * header are read together.
 */
final class CsvSource {
    private final SparkSession spark;
    private final SourceConfig config;
    private final SourceFiles files;
    private final CsvDialect dialect;

    CsvSource(SparkSession spark, SourceConfig config, SourceFiles files) {
        this.spark = spark;
        this.config = config;
        this.files = files;
        this.dialect = CsvDialect.of(config);
    }

    /** Files that are read in the same way. */
    private record Layout(
            List<String> names,
            boolean multiLine,
            boolean damaged,
            boolean titled,
            Optional<Boolean> reportWithTotals,
            List<Integer> outline) {

        /** Without what is no row. */
        Dataset<Row> rows(Dataset<Row> read) {
            Dataset<Row> rows =
                    reportWithTotals.map(totals -> ReportRows.of(read, totals)).orElse(read);
            return outline.isEmpty() ? rows : OutlineRows.of(rows, outline);
        }
    }

    RawRows read(UsedColumns used) {
        List<CsvFile> all = new CsvProbe(files, dialect).all();
        List<CsvFile> filled = all.stream().filter(f -> !f.isEmpty()).toList();
        if (all.isEmpty()) {
            throw files.noFile();
        }
        if (filled.isEmpty()) {
            throw UserException.data(files.key() + ".path = " + files.root()
                    + ": empty, not even a header line. Load the data, or unset the path if there is no such data.");
        }
        CsvChecks checks = new CsvChecks(files, dialect);
        filled.forEach(checks::requireTable);
        filled.forEach(f -> checks.requireEncoding(f, used));
        filled.forEach(f -> checks.requireHeader(f, used));
        CsvOutlines outlines = CsvOutlines.of(filled);
        Map<Layout, List<CsvFile>> layouts = new LinkedHashMap<>();
        filled.forEach(f -> layouts.computeIfAbsent(
                        new Layout(
                                names(f),
                                isMultiLine(f) || outlines.of(f).isPresent(),
                                f.figures().damaged() > 0,
                                !f.titles().isEmpty(),
                                f.report().map(r -> r.totals() > 0),
                                outlines.of(f).map(Outline::columns).orElse(List.of())),
                        l -> new ArrayList<>())
                .add(f));
        boolean whole = layouts.size() == 1 && filled.size() == all.size();
        List<Dataset<Row>> parts = layouts.entrySet().stream()
                .map(e -> e.getKey()
                        .rows(rows(
                                        e.getKey(),
                                        used,
                                        whole
                                                ? new String[] {files.root()}
                                                : e.getValue().stream()
                                                        .map(f -> f.path().toString())
                                                        .toArray(String[]::new))
                                .where(isNoTitle(e.getValue()))))
                .toList();
        List<String> notes = new ArrayList<>(new CsvNotes(files, dialect, used.names()).of(filled, outlines));
        if (used.all()) {
            notes.addAll(CsvNotes.leftOut(files, filled));
        }
        return new RawRows(ByName.union(parts), notes, files);
    }

    /** Spark's reader leaves out the first line of each file; the others down to its header are no rows either. */
    private static Column isNoTitle(List<CsvFile> alike) {
        return alike.stream()
                .filter(f -> !f.titles().isEmpty())
                .flatMap(f -> Stream.concat(f.titles().stream().skip(1), Stream.of(f.header()))
                        .map(record -> isNot(record, f.names())))
                .distinct()
                .reduce(lit(true), Column::and);
    }

    private static Column isNot(List<String> record, List<String> names) {
        Column is = lit(true);
        for (int i = 0; i < names.size(); i++) {
            Column text = coalesce(col(ByName.quoted(names.get(i))).cast(DataTypes.StringType), lit(""));
            is = is.and(text.equalTo(i < record.size() ? record.get(i) : ""));
        }
        return not(is);
    }

    private List<String> names(CsvFile file) {
        boolean named = !dialect.header() && config.schema().isPresent();
        return named ? List.of(StructType.fromDDL(config.schema().get()).fieldNames()) : file.names();
    }

    /** A file whose encoding has characters of several bytes for a line's end cannot be cut into lines by its bytes. */
    private boolean isMultiLine(CsvFile file) {
        return file.hasBreaks()
                || file.report().isPresent() // one task goes down all of it
                || "\n".getBytes(dialect.charset()).length > 1;
    }

    /** Column pruning is off: with it, a line with too few fields would pass unnoticed. */
    private Dataset<Row> rows(Layout layout, UsedColumns used, String... paths) {
        DataFrameReader reader = spark.read()
                .format("csv")
                .option("multiLine", String.valueOf(layout.multiLine()))
                .options(CsvDialect.options(config))
                .option("enforceSchema", "true")
                .option("columnPruning", "false")
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", Sources.CORRUPT_LINE)
                .schema(schema(layout.names()));
        Dataset<Row> rows = files.below(reader).load(paths);
        return layout.damaged() ? rows.withColumn(Sources.BAD_ENCODING, badEncoding(layout.names(), used)) : rows;
    }

    /** Set where a column that matters holds what is no text in the encoding. */
    private Column badEncoding(List<String> names, UsedColumns used) {
        Column[] texts = names.stream()
                .filter(n -> used.all() || used.names().contains(n))
                .map(n -> col(ByName.quoted(n)).cast(DataTypes.StringType))
                .toArray(Column[]::new);
        return when(
                concat_ws("", texts).rlike("[\ufffd\u0080-\u009f]"),
                lit(dialect.charset().name()));
    }

    private StructType schema(List<String> names) {
        Map<String, DataType> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        config.schema().ifPresent(ddl -> {
            for (StructField field : StructType.fromDDL(ddl).fields()) {
                given.put(field.name(), field.dataType());
            }
        });
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, given.getOrDefault(name, DataTypes.StringType));
        }
        return schema.add(Sources.CORRUPT_LINE, DataTypes.StringType);
    }
}
