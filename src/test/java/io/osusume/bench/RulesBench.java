package io.osusume.bench;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.config.CustomerRulesConfig;
import io.osusume.config.RulesConfig;
import io.osusume.rules.AssociationRules;
import io.osusume.rules.FrequentItemsets;
import io.osusume.tables.BasketKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The miner beside MLlib's on two cores. Arguments: the folder with online-retail.csv.gz, then any of {@code retail}, {@code
 * giant}, {@code large} (a million and ten million generated baskets: give it 6 GB of heap); without them the first two.
 */
public final class RulesBench {
    private static final int UNBOUNDED = 100;

    private final SparkSession spark;
    private final ObjectNode figures = new ObjectMapper().createObjectNode().put("bench", "rules");

    private RulesBench(SparkSession spark) {
        this.spark = spark;
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println(
                    "RulesBench: say where online-retail.csv.gz is: scripts/bench rules DATA [retail] [giant]"
                            + " [large]");
            System.exit(2);
        }
        SparkSession spark = Bench.session()
                .config("spark.sql.shuffle.partitions", "2")
                // Without Kryo MLlib's miner ends at support 0.005 in a StackOverflowError.
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                // A peer that overflows its stack fails its job, and not this process.
                .config("spark.executor.killOnFatalError.depth", "0")
                .getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        RulesBench bench = new RulesBench(spark);
        List<String> parts = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : List.of("retail", "giant");
        try {
            bench.run(parts, args[0]);
        } finally {
            bench.end();
        }
    }

    private void run(List<String> parts, String folder) throws IOException {
        if (parts.contains("retail")) {
            retail(folder);
        }
        if (parts.contains("giant")) {
            giant();
        }
        if (parts.contains("large")) {
            large();
        }
    }

    /** The last line: what was measured, also where something failed. */
    private void end() throws IOException {
        figures.put("heap_max_bytes", Runtime.getRuntime().maxMemory()).put("heap_peak_bytes", peakHeap());
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        spark.stop();
    }

    private void retail(String folder) {
        Dataset<Row> baskets = cached(spark.read()
                .option("header", true)
                .csv(folder + "/online-retail.csv.gz")
                .where("cast(Quantity AS INT) > 0 AND NOT InvoiceNo LIKE 'C%' AND cast(UnitPrice AS DOUBLE) >= 0")
                .groupBy("InvoiceNo")
                .agg(array_distinct(collect_list(col("StockCode"))).as("items")));
        double ours = measure("retail_005", 5, 10, () -> rows(baskets, 0.005, UNBOUNDED));
        measure("retail_005_compact", 5, 3, () -> mine(baskets, 0.005, 1, UNBOUNDED));
        measure("retail_003_length_3", 5, 3, () -> rows(baskets, 0.003, 3));
        measure("retail_003", 5, 3, () -> rows(baskets, 0.003, UNBOUNDED));
        measure("retail_005_with_rules", 3, 2, () -> rules(baskets, 0.005, UNBOUNDED));
        double best = Double.MAX_VALUE;
        for (int partitions : new int[] {8, 32}) {
            best = Math.min(best, mllibSeconds(baskets, partitions));
        }
        if (best < Double.MAX_VALUE) {
            figures.put("ratio_to_mllib", best / ours);
            System.out.printf("retail, support 0.005: %.1f times as fast as MLlib%n", best / ours);
        }
        baskets.unpersist();
    }

    /**
     * The better of two runs after a first one, or the largest number where MLlib fails: its trees recurse as deep as baskets are long,
     * which takes more stack than threads have by default ({@code scripts/bench} gives it).
     */
    private double mllibSeconds(Dataset<Row> baskets, int partitions) {
        String name = "mllib_005_partitions_" + partitions;
        try {
            return measure(name, 2, 1, () -> mllib(baskets, 0.005, partitions));
        } catch (Exception | StackOverflowError e) { // Spark throws checked ones too, undeclared
            System.out.println(name + " failed: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            figures.put(name + "_failed", true);
            return Double.MAX_VALUE;
        }
    }

    private void giant() {
        Dataset<Row> small = cached(GeneratedBaskets.small(spark, 100_000));
        Dataset<Row> with =
                cached(GeneratedBaskets.small(spark, 100_000).union(GeneratedBaskets.giant(spark, 30, 500)));
        double without = measure("giant_without", 5, 5, () -> mine(small, 1e-9, 25, 3));
        double seconds = measure("giant_with", 5, 2, () -> mine(with, 1e-9, 25, 3));
        measure("giant_with_as_rows", 1, 0, () -> mined(with, 1e-9, 25, 3));
        figures.put("giant_ratio", seconds / without);
        System.out.printf("30 giant baskets among 100,000: %.1f times as long%n", seconds / without);
        small.unpersist();
        with.unpersist();
    }

    private void large() throws IOException {
        Path folder = Files.createTempDirectory("osusume-bench-");
        double before = 0;
        for (int millions : new int[] {1, 10}) {
            String path = folder.resolve("baskets-" + millions).toString();
            GeneratedBaskets.zipf(spark, millions * 1_000_000L, 100_000, 8)
                    .write()
                    .parquet(path);
            Dataset<Row> baskets = spark.read().parquet(path);
            double seconds = measure("zipf_" + millions + "_million", 1, 0, () -> mine(baskets, 0.0005, 1, 3));
            if (before > 0) {
                figures.put("large_ratio", seconds / before);
                System.out.printf("1 → 10 million: %.1f times as long%n", seconds / before);
            }
            before = seconds;
        }
    }

    private static Dataset<Row> cached(Dataset<Row> baskets) {
        Dataset<Row> cached = baskets.select("items").repartition(2).persist(StorageLevel.MEMORY_ONLY());
        System.out.printf("%,d baskets%n", cached.count());
        return cached;
    }

    private static long mine(Dataset<Row> baskets, double support, long minCount, int maxLength) {
        return new FrequentItemsets(config(support, minCount, maxLength))
                .mine(baskets)
                .count();
    }

    private static long mined(Dataset<Row> baskets, double support, long minCount, int maxLength) {
        return new FrequentItemsets(config(support, minCount, maxLength))
                .mine(baskets)
                .itemsets()
                .count();
    }

    private static long rows(Dataset<Row> baskets, double support, int maxLength) {
        return mined(baskets, support, 1, maxLength);
    }

    private static long rules(Dataset<Row> baskets, double support, int maxLength) {
        RulesConfig config = config(support, 1, maxLength);
        return new AssociationRules(config)
                .derive(new FrequentItemsets(config).mine(baskets), BasketKind.ORDER)
                .kept();
    }

    private static long mllib(Dataset<Row> baskets, double support, int partitions) {
        return new FPGrowth()
                .setItemsCol("items")
                .setMinSupport(support)
                .setNumPartitions(partitions)
                .fit(baskets)
                .freqItemsets()
                .count();
    }

    private static RulesConfig config(double support, long minCount, int maxLength) {
        return new RulesConfig(
                support,
                minCount,
                maxLength,
                0.1,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Optional.empty(),
                20_000_000,
                90,
                new CustomerRulesConfig(365, 60, 0.01, 10));
    }

    /** Seconds, the median of {@code runs} after {@code warmUps}. */
    private double measure(String name, int runs, int warmUps, LongSupplier work) {
        long result = 0;
        for (int i = 0; i < warmUps; i++) {
            result = work.getAsLong();
        }
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            result = work.getAsLong();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[runs / 2];
        double shown = name.startsWith("mllib") ? seconds[0] : median;
        System.out.printf("%-28s %,12d  %8.3f s  (%.3f to %.3f)%n", name, result, shown, seconds[0], seconds[runs - 1]);
        figures.put(name + "_seconds", shown).put(name + "_result", result);
        return shown;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
