package io.osusume.io;

import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.try_to_date;

import io.osusume.config.WarehouseConfig;
import io.osusume.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The folder of published tables: {@code <table>/run_date=YYYY-MM-DD/*.parquet}, {@code _runs/}, {@code _current.json}. */
public final class Warehouse {
    /** Of the rows of several nights, the date of theirs; also how the folder of a night begins. */
    public static final String RUN_DATE = "run_date";

    private final SparkSession spark;
    private final WarehouseConfig config;
    private final FileSystem files;
    private final Path root;

    public Warehouse(SparkSession spark, WarehouseConfig config) {
        this.spark = spark;
        this.config = config;
        try {
            Path path = new Path(config.path());
            this.files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            this.root = files.makeQualified(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a run: takes the lock, carries out what a crashed run left undone, clears its leavings.
     *
     * @throws io.osusume.errors.UserException when another run holds the lock (exit 4)
     */
    public Run begin(String runId, LocalDate runDate) {
        Lock lock = Lock.take(files, new Path(root, "_lock"), runId, Duration.ofMinutes(config.lockExpiresMinutes()));
        try {
            Publication publication = new Publication(files, root);
            publication.heal();
            files.delete(new Path(root, "_staging"), true);
            return new Run(spark, config, new Run.Place(files, lock, publication, runId, runDate));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        }
    }

    /** The manifest of the newest run of a date before {@code runDate}, if there is one. */
    public Optional<Manifest> newestBefore(LocalDate runDate) {
        try {
            Path runs = new Path(root, "_runs");
            if (!files.exists(runs)) {
                return Optional.empty();
            }
            String limit = runDate.toString();
            return Arrays.stream(files.listStatus(runs, p -> p.getName().endsWith(".json")))
                    .map(FileStatus::getPath)
                    .filter(p -> p.getName().compareTo(limit) < 0)
                    .max(Comparator.comparing(Path::getName))
                    .map(this::manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of tables of the same columns, each as of its newest run date before {@code runDate}; none if there is none. */
    public Dataset<Row> earlier(LocalDate runDate, Table... tables) {
        return rows(tables, table -> dates(table, runDate).stream().reduce((a, b) -> b).stream());
    }

    /** As {@link #earlier}, but the rows of every run date before {@code runDate}, which stands in {@link #RUN_DATE}. */
    public Dataset<Row> history(LocalDate runDate, Table... tables) {
        Column folder = regexp_extract(input_file_name(), RUN_DATE + "=([0-9-]+)", 1);
        return rows(tables, table -> dates(table, runDate).stream()).withColumn(RUN_DATE, try_to_date(folder));
    }

    private Dataset<Row> rows(Table[] tables, Function<Table, Stream<Path>> folders) {
        String[] paths =
                Arrays.stream(tables).flatMap(folders).map(Path::toString).toArray(String[]::new);
        return paths.length == 0
                ? spark.createDataFrame(List.of(), tables[0].schema())
                : spark.read().schema(tables[0].schema()).parquet(paths);
    }

    /** The newest run date of a table before {@code runDate}. */
    public Optional<LocalDate> newest(LocalDate runDate, Table table) {
        return dates(table, runDate).stream()
                .reduce((a, b) -> b)
                .map(folder -> LocalDate.parse(folder.getName().substring(RUN_DATE.length() + 1)));
    }

    /** The folders of a table's run dates before {@code runDate}, the newest last. */
    private List<Path> dates(Table table, LocalDate runDate) {
        String limit = "run_date=" + runDate;
        try {
            Path folder = new Path(root, table.name());
            if (!files.exists(folder)) {
                return List.of();
            }
            return Arrays.stream(files.listStatus(folder, p -> p.getName().startsWith("run_date=")))
                    .map(FileStatus::getPath)
                    .filter(p -> p.getName().compareTo(limit) < 0)
                    .sorted(Comparator.comparing(Path::getName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its nights, each by its date. */
    public PublishedNights nights() {
        return new PublishedNights(spark, files, root);
    }

    /** The night that was planned and not published. */
    public PlanFolder plans() {
        return new PlanFolder(files, root);
    }

    /** Its runs, the newest first, and the plan that waits to be applied. */
    public List<RunHistory.Entry> runs() {
        PlanFolder plans = plans();
        return RunHistory.of(nights().manifests(), plans.plan().filter(plan -> plans.moved(plan)
                .isEmpty()));
    }

    /** The folder, as a full path. */
    public String path() {
        return root.toUri().getScheme().equals("file") ? root.toUri().getPath() : root.toString();
    }

    private Manifest manifest(Path file) {
        try {
            return Json.read(files, file, Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
