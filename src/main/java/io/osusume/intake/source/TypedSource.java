package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import java.io.FileNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads files that carry their schema, such as Parquet and ORC. Each file's own columns are looked at: what only some of them
 * have is null in the others, and what nothing maps is not read.
 */
final class TypedSource {
    private final SparkSession spark;
    private final SourceConfig config;
    private final String format;
    private final SourceFiles files;

    TypedSource(SparkSession spark, SourceConfig config, String format, SourceFiles files) {
        this.spark = spark;
        this.config = config;
        this.format = format;
        this.files = files;
    }

    RawRows read(UsedColumns used) {
        if (files.all().isEmpty()) {
            throw files.noFile();
        }
        ParquetShapes parquet = new ParquetShapes(spark);
        List<Shape> all =
                files.all().parallelStream().map(f -> shape(f, parquet)).toList();
        Set<String> names = Shape.anyCase();
        all.forEach(s -> names.addAll(s.names()));
        Set<String> wanted = used.among(names);
        requireReadable(all, used);
        List<Shape> some = all.stream().map(s -> s.only(wanted)).toList();
        List<Dataset<Row>> parts = Shape.together(some)
                .map(one -> List.of(rows(one, files.root())))
                .orElseGet(() -> apart(some));
        Map<Path, List<String>> columns = new LinkedHashMap<>();
        all.forEach(s -> columns.put(s.path(), s.names()));
        return new RawRows(ByName.union(parts), MissingColumns.notes(files, columns, used.names()), files);
    }

    private Shape shape(FileStatus file, ParquetShapes parquet) {
        try {
            return format.equals("parquet")
                    ? parquet.of(file, files.hadoop())
                    : Shape.plain(
                            file.getPath(),
                            spark.read()
                                    .format(format)
                                    .options(config.options())
                                    .load(file.getPath().toString())
                                    .schema());
        } catch (FileNotFoundException e) {
            throw files.gone(file.getPath());
        } catch (Exception e) { // AnalysisException is checked in Scala, undeclared here
            throw UserException.configuration(
                    files.key() + ".path: " + file.getPath().toUri().getPath() + " (format " + format
                            + "): cannot be read: " + Unreadable.reason(e) + " Check " + files.key()
                            + ".format against the file, or copy it again: it may be cut off.",
                    e);
        }
    }

    private void requireReadable(List<Shape> all, UsedColumns used) {
        for (Shape shape : all) {
            shape.unreadable().forEach((name, type) -> {
                if (used.names().contains(name)) {
                    throw UserException.configuration(files.key() + ".path: the column \"" + name + "\" of "
                            + shape.path().toUri().getPath() + " is of a type that Spark does not read: " + type
                            + ". Write it as "
                            + (type.contains("UUID") ? "text" : "another type, such as a timestamp in microseconds")
                            + ", or map another column.");
                }
            });
        }
    }

    /** Files in which a column is of another type are read apart. */
    private List<Dataset<Row>> apart(List<Shape> shapes) {
        return shapes.stream()
                .collect(Collectors.groupingBy(Shape::layout, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> rows(
                        same.get(0), same.stream().map(s -> s.path().toString()).toArray(String[]::new)))
                .toList();
    }

    private Dataset<Row> rows(Shape shape, String... paths) {
        DataFrameReader reader =
                spark.read().format(format).options(config.options()).schema(shape.columns());
        Dataset<Row> rows = files.below(reader).load(paths);
        return shape.nanos().isEmpty() ? rows : rows.select(timed(rows.schema(), shape.nanos()));
    }

    private static Column[] timed(StructType schema, Map<String, Boolean> nanos) {
        return List.of(schema.fields()).stream()
                .map(StructField::name)
                .map(name -> nanos.containsKey(name) ? time(name, nanos.get(name)) : col(ByName.quoted(name)))
                .toArray(Column[]::new);
    }

    /** Nanoseconds since 1970 as a time, to the microsecond. */
    private static Column time(String name, boolean instant) {
        String micros = ByName.quoted(name) + " DIV 1000";
        String sql = instant
                ? "timestamp_micros(" + micros + ")"
                : "timestampadd(MICROSECOND, " + micros + ", TIMESTAMP_NTZ '1970-01-01 00:00:00')";
        return expr(sql).as(name);
    }
}
