package io.osusume.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.io.Sessions;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import io.osusume.tables.Usage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Features, segments and accounts of generated worlds of 20,000 and 200,000 customers (25 order lines and 100 usage rows
 * each) on two cores, and how the seconds grow. The worlds are generated and staged beforehand, outside the measured time.
 * Arguments: numbers of customers, smallest first.
 */
public final class FeaturesBench {
    private static final LocalDate AS_OF = SampleConfig.DEFAULT_LAST_DAY;
    private static final OsusumeConfig CONFIG = TestFacts.config();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Processor time tells what the work costs also where other programs share the cores. */
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final SparkSession spark;
    private final Path folder;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private double cpuSeconds;

    private FeaturesBench(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        long[] sizes = args.length == 0
                ? new long[] {20_000, 200_000}
                : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
        SparkSession spark = Bench.session().getOrCreate();
        ObjectNode figures = JSON.createObjectNode().put("bench", "features");
        figures.put("heap_bytes", Runtime.getRuntime().maxMemory());
        Path folder = Files.createTempDirectory("osusume-features-");
        // One small world first, so that neither measured one pays for the virtual machine's warming up.
        new FeaturesBench(spark, folder.resolve("warm")).run(1_000);
        double first = 0;
        double firstCpu = 0;
        for (long customers : sizes) {
            FeaturesBench bench = new FeaturesBench(spark, folder.resolve("c" + customers));
            double total = bench.run(customers);
            first = first == 0 ? total : first;
            figures.set("seconds_" + customers, JSON.valueToTree(bench.seconds));
            figures.put("total_seconds_" + customers, total);
            figures.put("cpu_seconds_" + customers, bench.cpuSeconds);
            firstCpu = firstCpu == 0 ? bench.cpuSeconds : firstCpu;
            figures.put("growth", total / first);
            figures.put("cpu_growth", bench.cpuSeconds / firstCpu);
            System.out.println(figures);
        }
        spark.stop();
    }

    private double run(long customers) {
        SampleConfig config = SampleConfig.of(customers, 1).withAverages(25, 100);
        Facts facts =
                StagedFacts.of(StagedFacts.raw(SampleWorld.generate(spark, config)), CONFIG, AS_OF, this::written);
        Dataset<Row> rules = written("rules", rules(facts.of(Products.INPUT)));
        long lines = facts.lines().count();
        long usage = facts.of(Usage.INPUT).count();
        System.out.println(customers + " customers: " + lines + " order lines, " + usage + " usage rows");
        Sessions.sizeFor(spark, lines + usage);
        Dataset<Row> holdings = timed("holdings", () -> TestFacts.holdings(facts, AS_OF));
        Dataset<Row> use = timed("use", () -> new ProductUse(CONFIG.features()).of(facts, holdings, AS_OF));
        Dataset<Row> features = timed("features", () -> new CustomerFeatures(CONFIG.features(), CONFIG.consent())
                .of(facts, holdings, use, AS_OF));
        timed("segments", () -> new LwpAnalysis(CONFIG.segments())
                .assign(features, holdings, rules, facts.of(Products.INPUT)));
        Dataset<Row> activity =
                timed("activity", () -> new AccountActivity(CONFIG.accounts(), CONFIG.features()).of(facts, AS_OF));
        timed("accounts", () -> new AccountAnalysis(CONFIG.accounts()).score(activity));
        return seconds.values().stream().mapToDouble(s -> s).sum();
    }

    /** From each product to one in four of the others, with some confidence. */
    private static Dataset<Row> rules(Dataset<Row> products) {
        return products.select(array(col("product_id")).as(Rules.ANTECEDENT))
                .crossJoin(products.select(col("product_id").as(Rules.CONSEQUENT)))
                .withColumn("_draw", pmod(xxhash64(col(Rules.ANTECEDENT), col(Rules.CONSEQUENT)), lit(400)))
                .where("_draw < 100")
                .withColumn(Rules.CONFIDENCE, col("_draw").divide(200.0));
    }

    private Dataset<Row> timed(String stage, Supplier<Dataset<Row>> rows) {
        long start = System.nanoTime();
        long cpuStart = PROCESS.getProcessCpuTime();
        Dataset<Row> written = written("stage_" + stage, rows.get());
        seconds.put(stage, Bench.secondsSince(start));
        cpuSeconds += (PROCESS.getProcessCpuTime() - cpuStart) / 1e9;
        return written;
    }

    private Dataset<Row> written(String name, Dataset<Row> rows) {
        return Bench.written(folder, name, rows);
    }
}
