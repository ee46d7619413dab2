package io.osusume.io;

import io.osusume.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The nights of a warehouse, each by its date: what was published, what its run wrote down, and the reports made of it. */
public final class PublishedNights {
    private static final Pattern REPORT = Pattern.compile("osusume-(\\d{4}-\\d\\d-\\d\\d)-[a-z]+\\.html");

    private final SparkSession spark;
    private final FileSystem files;
    private final Path root;

    PublishedNights(SparkSession spark, FileSystem files, Path root) {
        this.spark = spark;
        this.files = files;
        this.root = root;
    }

    /** The run dates of a table, the newest last; none where it was never published. */
    public List<LocalDate> dates(Table table) {
        return names(new Path(root, table.name())).stream()
                .filter(name -> name.startsWith(Warehouse.RUN_DATE + "="))
                .flatMap(name -> date(name.substring(Warehouse.RUN_DATE.length() + 1)))
                .sorted()
                .toList();
    }

    /** The rows that a night published, if it did. */
    public Optional<Dataset<Row>> of(Table table, LocalDate runDate) {
        Path folder = new Path(new Path(root, table.name()), Warehouse.RUN_DATE + "=" + runDate);
        try {
            return files.exists(folder)
                    ? Optional.of(spark.read().schema(table.schema()).parquet(folder.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs up to a date wrote down, the newest date first: of each date the last run that published most tables. */
    public List<Manifest> manifests(LocalDate until, int dates) {
        Path runs = new Path(root, "_runs");
        TreeMap<String, List<String>> byDate = new TreeMap<>(Comparator.reverseOrder());
        names(runs).stream()
                .filter(name -> name.endsWith(".json")
                        && name.length() > until.toString().length())
                .filter(name -> name.substring(0, until.toString().length()).compareTo(until.toString()) <= 0)
                .sorted(Comparator.reverseOrder())
                .forEach(name -> byDate.computeIfAbsent(
                                name.substring(0, until.toString().length()), key -> new java.util.ArrayList<>())
                        .add(name));
        return byDate.values().stream()
                .limit(dates)
                .map(names -> names.stream()
                        .map(name -> manifest(new Path(runs, name)))
                        .max(Comparator.comparing((Manifest m) -> m.tables().size())
                                .thenComparing(Manifest::runId))
                        .orElseThrow())
                .toList();
    }

    /** What all runs that published anything wrote down. */
    List<Manifest> manifests() {
        Path runs = new Path(root, "_runs");
        return names(runs).stream()
                .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                .map(name -> manifest(new Path(runs, name)))
                .toList();
    }

    /**
     * Writes a report beside the tables, whole or not at all.
     *
     * @return where it lies
     */
    public String writeReport(String name, String content) {
        Path file = new Path(new Path(root, "_reports"), name);
        try {
            Json.write(files, file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toUri().getScheme().equals("file") ? file.toUri().getPath() : file.toString();
    }

    /** Removes the reports of nights before a day; what is named otherwise is somebody else's, and stays. */
    public void removeReports(LocalDate before) {
        Path folder = new Path(root, "_reports");
        for (String name : names(folder)) {
            Matcher report = REPORT.matcher(name);
            if (report.matches() && date(report.group(1)).anyMatch(night -> night.isBefore(before))) {
                try {
                    files.delete(new Path(folder, name), false);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Manifest manifest(Path file) {
        try {
            return Json.read(files, file, Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> names(Path folder) {
        try {
            Set<String> names = new TreeSet<>();
            if (files.exists(folder)) {
                Arrays.stream(files.listStatus(folder))
                        .map(FileStatus::getPath)
                        .map(Path::getName)
                        .forEach(names::add);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<LocalDate> date(String text) {
        try {
            return Stream.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Stream.of(); // a folder of somebody else
        }
    }
}
