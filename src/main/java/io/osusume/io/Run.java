package io.osusume.io;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.RunConfig;
import io.osusume.config.WarehouseConfig;
import io.osusume.tables.Field;
import io.osusume.tables.Rounding;
import io.osusume.tables.Table;
import io.osusume.tables.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;

/**
 * One run of one date. What it keeps and stages lies in a folder of its own until {@link #publish}; closing it releases the
 * lock and leaves nothing behind.
 */
public final class Run implements AutoCloseable {
    private final SparkSession spark;
    private final WarehouseConfig config;
    private final Place place;
    private final Map<String, TableCheck.Result> staged = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Scale scale = Scale.SMALL;
    private boolean publishing;
    private final List<String> published = new ArrayList<>();

    Run(SparkSession spark, WarehouseConfig config, Place place) {
        this.spark = spark;
        this.config = config;
        this.place = place;
    }

    /** Where a run lies and what it holds. */
    record Place(FileSystem files, Lock lock, Publication publication, String runId, LocalDate runDate) {}

    /**
     * A run of another day within this one, under its lock: what it keeps and stages lies beside this one's, and goes with it. It
     * is neither published nor closed.
     */
    public Run within(LocalDate day) {
        String itsId = place.runId() + "/_within/" + day;
        return new Run(spark, config, new Place(place.files(), place.lock(), place.publication(), itsId, day));
    }

    /** Fits the session and the writing of tables to the number of input rows. */
    Scale sizeFor(RunConfig.Mode mode, long rows) {
        scale = Sessions.sizeFor(spark, mode, rows);
        return scale;
    }

    SparkSession session() {
        return spark;
    }

    /** Writes rows that later stages read more than once, and hands back what was written. They are not published. */
    public Dataset<Row> keep(String name, Dataset<Row> rows) {
        String path = new Path(folder(), "_work/" + name).toString();
        // Read back within the minute: compressing would cost more than the bytes that it saves. Dictionaries cost too,
        // but
        // switched off for these rows they were now and then off for a table that was written at the same time.
        rows.write().option("compression", "uncompressed").parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    /** As {@link #keep(String, Dataset)}, with figures observed while writing, in one scan. */
    public Dataset<Row> keep(String name, Dataset<Row> rows, Observation figures, Column... columns) {
        Column[] rest = java.util.Arrays.copyOfRange(columns, 1, columns.length);
        return keep(name, rows.observe(figures, columns[0], rest));
    }

    /**
     * Writes a table to be published: the contract's columns with their comments, estimates rounded, in {@link TableFiles files} that hold the same
     * bytes whenever the rows are the same. Checks what is written and hands it back.
     *
     * @throws IllegalStateException when a stage broke the contract: a bug
     */
    public Dataset<Row> stage(Table table, Dataset<Row> rows) {
        table.requireFits(rows.schema());
        Column[] columns = table.columns().stream()
                .map(c -> written(c).as(c.name(), c.comment()))
                .toArray(Column[]::new);
        Path path = new Path(folder(), table.name());
        Path work = new Path(folder(), "_work/table_" + table.name());
        TableCheck.Result result;
        try {
            result = new TableFiles(place.files(), config.rowsPerFile())
                    .write(table, rows.select(columns), new TableFiles.Folders(path, work), scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("A table breaks its contract: " + String.join("; ", result.problems()));
        }
        staged.put(table.name(), result);
        return spark.read().schema(table.schema()).parquet(path.toString());
    }

    /** What is nested is cast: its fields, too, may be null and carry no comments, however they were made. */
    private static Column written(Field column) {
        if (column.type().equals(Types.ESTIMATE)) {
            return Rounding.significant(col(column.name()));
        }
        return column.type() instanceof ArrayType || column.type() instanceof StructType
                ? col(column.name()).cast(column.type().asNullable())
                : col(column.name());
    }

    /**
     * Keeps rows of a night that publishes nothing, for their owner's eyes only.
     *
     * @return the folder in which they lie
     */
    public String setAside(Dataset<Row> rows) {
        try {
            Path path = aside().keep(place.runId(), rows);
            return path.toUri().getScheme().equals("file") ? path.toUri().getPath() : path.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was {@link #setAside set aside} longer ago than so many days. */
    public void removeSetAside(int olderThanDays) {
        aside().removeOlderThan(olderThanDays);
    }

    private SetAside aside() {
        return new SetAside(place.files(), place.publication().root());
    }

    /** What was staged: rows and checksum per table, in the order of staging. */
    public Map<String, TableCheck.Result> staged() {
        return new LinkedHashMap<>(staged);
    }

    /** Makes staged tables visible, in the order given, and records the run. */
    public void publish(Manifest manifest, List<String> tables) {
        place.lock().verifyHeld();
        try {
            place.files().delete(new Path(folder(), "_work"), true);
            publishing = true;
            place.publication()
                    .publish(
                            new Publication.Journal(
                                    place.runId(), place.runDate().toString(), tables),
                            manifest);
            published.addAll(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this run has to do with a plan. */
    public Planning planning() {
        return new Planning(spark, place, staged);
    }

    /** What was published, where it now lies. */
    public Map<String, Dataset<Row>> published() {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        for (String table : published) {
            Path path = place.publication().visible(table, place.runDate().toString());
            tables.put(
                    table,
                    spark.read().schema(staged.get(table).table().schema()).parquet(path.toString()));
        }
        return tables;
    }

    @Override
    public void close() {
        try {
            if (!publishing) { // else what was not carried out is the next run's to heal
                place.files().delete(folder(), true);
            }
            place.lock().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return place.publication().staging(place.runId());
    }
}
