package io.osusume.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.osusume.config.RunConfig;
import io.osusume.config.WarehouseConfig;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Field;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Types;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * A published table of two million rows (or so many: the first argument) on two cores: written and checked as one file by one
 * task, and as the files that {@code warehouse.rows_per_file} makes of it. Each file is held against the order of the key.
 */
public final class ScaleBench {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final int RANKED = 20;
    private static final int ROWS_PER_FILE = 500_000;

    private final SparkSession spark;
    private final ObjectNode figures = new ObjectMapper().createObjectNode().put("bench", "scale");
    private final Writers writers = new Writers();

    private ScaleBench(SparkSession spark) {
        this.spark = spark;
    }

    /** Counts the tasks that wrote rows into files. */
    private static final class Writers extends SparkListener {
        private int tasks;

        @Override
        public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
            tasks += end.taskMetrics() != null
                            && end.taskMetrics().outputMetrics().recordsWritten() > 0
                    ? 1
                    : 0;
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(int number, String stage) {}

        @Override
        public void ends(int number, String stage, Duration took, long rows) {}
    }

    public static void main(String[] args) throws IOException {
        long rows = args.length == 0 ? 2_000_000 : Long.parseLong(args[0]);
        // Both ways of writing with the session of large data, so that they differ in nothing else.
        ScaleBench bench = new ScaleBench(Bench.session()
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.sql.adaptive.enabled", "true")
                .config("spark.sql.codegen.wholeStage", "true")
                .config("spark.sql.codegen.factoryMode", "FALLBACK")
                .getOrCreate());
        Path folder = Files.createTempDirectory("osusume-scale-");
        bench.run(rows, folder);
        System.out.println(bench.figures.put("heap_bytes", Runtime.getRuntime().maxMemory()));
        bench.spark.stop();
    }

    private void run(long rows, Path folder) throws IOException {
        spark.sparkContext().addSparkListener(writers);
        String source = folder.resolve("source").toString();
        spark.range(rows).select(columns()).write().parquet(source);
        Dataset<Row> generated =
                spark.read().schema(RankedProducts.TABLE.schema()).parquet(source);
        figures.put("rows", rows).put("rows_per_file", ROWS_PER_FILE);
        // A round for the virtual machine to warm up, then the measured one.
        for (String round : new String[] {"warm", "measured"}) {
            write("one_file_" + round, RunConfig.Mode.SMALL, Integer.MAX_VALUE, folder, generated);
            write("by_hash_" + round, RunConfig.Mode.LARGE, ROWS_PER_FILE, folder, generated);
        }
    }

    private void write(String name, RunConfig.Mode mode, int rowsPerFile, Path folder, Dataset<Row> rows)
            throws IOException {
        WarehouseConfig config = new WarehouseConfig(folder.resolve(name).toString(), rowsPerFile, 60);
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Run run = new Warehouse(spark, config).begin(name, DATE);
                Stages stages = new Stages(run, new Silent())) {
            stages.sizeFor(mode, mode == RunConfig.Mode.SMALL ? 1 : rows.count());
            writers.tasks = 0;
            long start = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            Dataset<Row> written = stages.table(RankedProducts.TABLE, () -> rows);
            ObjectNode figure = figures.putObject(name)
                    .put("seconds", Bench.secondsSince(start))
                    .put("cpu_seconds", Math.round((machine.getProcessCpuTime() - cpu) / 1e7) / 100.0)
                    .put("files", written.inputFiles().length);
            figure.put("tasks_that_wrote", writers.tasks).put("rows_out_of_order", outOfOrder(written));
            System.out.println(name + " " + figure);
        }
    }

    /** Rows whose key is not behind that of the row before in the same file. */
    private static long outOfOrder(Dataset<Row> written) {
        Column key = struct(col(RankedProducts.CUSTOMER_ID), col(RankedProducts.PRODUCT_ID));
        return written.select(
                        key.as("key"),
                        col("_metadata.file_name").as("file"),
                        col("_metadata.row_index").as("place"))
                .withColumn(
                        "before", lag("key", 1).over(Window.partitionBy("file").orderBy("place")))
                .agg(count_if(col("before").geq(col("key"))))
                .first()
                .getLong(0);
    }

    /** Twenty products a customer, in no order of theirs; figures of a hash. */
    private static Column[] columns() {
        Column customer = pmod(xxhash64(col("id").divide(RANKED).cast("bigint")), lit(1_000_000_000L));
        return RankedProducts.TABLE.columns().stream()
                .map(c -> value(c, customer).cast(c.type()).as(c.name()))
                .toArray(Column[]::new);
    }

    private static Column value(Field column, Column customer) {
        if (column.name().equals(RankedProducts.CUSTOMER_ID)) {
            return concat(
                    lit("c"),
                    lpad(customer.cast("string"), 9, "0"),
                    col("id").divide(RANKED).cast("bigint"));
        }
        if (column.name().equals(RankedProducts.PRODUCT_ID)) {
            return concat(lit("p"), pmod(col("id"), lit(RANKED)).cast("string"));
        }
        Column drawn = pmod(xxhash64(col("id"), lit(column.name())), lit(10_000L));
        return column.type().equals(Types.ESTIMATE) ? drawn.divide(10_000.0) : drawn;
    }
}
