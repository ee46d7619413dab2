package io.osusume.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.errors.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * Two warehouses, A and B, table by table. Rows are compared as multisets over the columns that both have: how many files
 * there are, how they are named and in what order rows lie in them does not matter.
 */
public final class WarehouseComparison {
    /** How often a row stands in A, and in B. */
    private static final String IN_A = "_in_a";

    private static final String IN_B = "_in_b";

    private final SparkSession spark;
    private final Path a;
    private final Path b;

    public WarehouseComparison(SparkSession spark, String a, String b) {
        this.spark = spark;
        this.a = folder(a);
        this.b = folder(b);
    }

    /**
     * How one table compares.
     *
     * @param rows of A
     * @param findings what differs, in words; empty when nothing does
     */
    public record Compared(String table, long rows, List<String> findings) {}

    /** Every table that A or B has, of the date given, else each of its newest date. */
    public List<Compared> tables(Optional<LocalDate> date) {
        TreeSet<String> names = new TreeSet<>(names(a, date));
        names.addAll(names(b, date));
        return names.stream().map(table -> compare(table, date)).toList();
    }

    private Compared compare(String table, Optional<LocalDate> date) {
        Optional<Path> inA = newest(new Path(a, table), date);
        Optional<Path> inB = newest(new Path(b, table), date);
        if (inA.isEmpty() || inB.isEmpty()) {
            return new Compared(table, 0, List.of("missing in " + (inA.isEmpty() ? "A" : "B")));
        }
        return compare(table, rows(inA.get()), rows(inB.get()));
    }

    private Compared compare(String table, Dataset<Row> left, Dataset<Row> right) {
        List<String> findings = new ArrayList<>();
        columnsMissing(left, right).ifPresent(c -> findings.add("only in A the columns " + c));
        columnsMissing(right, left).ifPresent(c -> findings.add("only in B the columns " + c));
        Column[] common = Arrays.stream(left.schema().fields())
                .filter(f -> typed(right).contains(typed(f)))
                .map(f -> col(f.name()))
                .toArray(Column[]::new);
        long rows = left.count();
        Sessions.sizeFor(spark, rows + right.count());
        if (common.length > 0) {
            findings.addAll(rowsMissing(marked(left, common, 1, 0), marked(right, common, 0, 1), common));
        }
        return new Compared(table, rows, findings);
    }

    private static Dataset<Row> marked(Dataset<Row> rows, Column[] columns, long inA, long inB) {
        return rows.select(columns).withColumn(IN_A, lit(inA)).withColumn(IN_B, lit(inB));
    }

    private static List<String> rowsMissing(Dataset<Row> left, Dataset<Row> right, Column[] columns) {
        Column more = col(IN_A).minus(col(IN_B));
        Row found = left.unionByName(right)
                .groupBy(columns)
                .agg(sum(IN_A).as(IN_A), sum(IN_B).as(IN_B))
                .where(more.notEqual(0))
                .agg(
                        sum(greatest(more, lit(0))),
                        sum(greatest(more.multiply(-1), lit(0))),
                        min(when(more.gt(0), struct(columns))),
                        min(when(more.lt(0), struct(columns))))
                .first();
        List<String> findings = new ArrayList<>();
        if (!found.isNullAt(0)) {
            findings.add(found.getLong(0) + " rows only in A, " + found.getLong(1) + " only in B; "
                    + example(found.getStruct(2), found.getStruct(3)));
        }
        return findings;
    }

    /** The first such row on each side: where they begin alike, most likely the same row, so only what differs is told. */
    private static String example(Row left, Row right) {
        if (left == null || right == null) {
            return "the first: " + told(left == null ? right : left, 0, Integer.MAX_VALUE);
        }
        List<String> differ = new ArrayList<>();
        int alike = 0;
        for (int i = 0; i < left.size(); i++) {
            if (!String.valueOf(left.get(i)).equals(String.valueOf(right.get(i)))) {
                differ.add(left.schema().fieldNames()[i] + "=" + left.get(i) + " in A, " + right.get(i) + " in B");
            } else if (differ.isEmpty()) {
                alike++;
            }
        }
        return alike == 0
                ? "the first in A: " + told(left, 0, 3) + "; in B: " + told(right, 0, 3)
                : "the first: " + told(left, 0, alike) + ": " + String.join(", ", differ);
    }

    private static String told(Row row, int from, int until) {
        List<String> values = new ArrayList<>();
        for (int i = from; i < Math.min(until, row.size()); i++) {
            values.add(row.schema().fieldNames()[i] + "=" + row.get(i));
        }
        return String.join(" ", values);
    }

    private static Optional<String> columnsMissing(Dataset<Row> there, Dataset<Row> elsewhere) {
        List<String> missing = new ArrayList<>(typed(there));
        missing.removeAll(typed(elsewhere));
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    private static List<String> typed(Dataset<Row> rows) {
        return Arrays.stream(rows.schema().fields())
                .map(WarehouseComparison::typed)
                .toList();
    }

    private static String typed(StructField field) {
        return field.name() + " " + field.dataType().simpleString();
    }

    private Dataset<Row> rows(Path folder) {
        return spark.read().parquet(folder.toString());
    }

    private List<String> names(Path warehouse, Optional<LocalDate> date) {
        return list(warehouse).stream()
                .filter(f -> f.isDirectory() && !f.getPath().getName().startsWith("_"))
                .map(FileStatus::getPath)
                .filter(p -> newest(p, date).isPresent())
                .map(Path::getName)
                .toList();
    }

    private Optional<Path> newest(Path table, Optional<LocalDate> date) {
        String wanted = "run_date=" + date.map(LocalDate::toString).orElse("");
        return list(table).stream()
                .map(FileStatus::getPath)
                .filter(p -> p.getName().startsWith(wanted))
                .max(Path::compareTo);
    }

    private List<FileStatus> list(Path folder) {
        try {
            FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
            return files.exists(folder) ? List.of(files.listStatus(folder)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        Path path = new Path(name);
        if (names(path, Optional.empty()).isEmpty()) {
            throw UserException.configuration(
                    name + ": no published table lies in it. Give the folder of a warehouse.");
        }
        return path;
    }
}
