package io.osusume.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.osusume.config.ConfigLoader;
import io.osusume.config.LtvConfig;
import io.osusume.contracts.ContractView;
import io.osusume.ltv.FitTimes;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.PlanRetention;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * How long lifetime value takes. {@code night [customers]}: statistics, fit and prediction on generated orders, about five
 * a customer, beside Python's {@code lifetimes} on the same histories where that is installed. {@code cdnow FILE [weeks]}: fits of all three models to the public CDNOW master file (or the sample), for
 * comparison with other software. The last line is one JSON object.
 */
public final class LtvBench {
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final int DAYS = 1000;

    private LtvBench() {}

    public static void main(String[] args) throws IOException {
        Map<String, Object> figures = args.length > 0 && args[0].equals("cdnow")
                ? cdnow(Path.of(args[1]))
                : night(args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000);
        System.out.println(new ObjectMapper().writeValueAsString(figures));
    }

    private static Map<String, Object> night(int customers) throws IOException {
        SparkSession spark = Bench.session()
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();
        LtvConfig config = ConfigLoader.load(Optional.empty(), List.of("inputs.orders.path=orders.csv"))
                .config()
                .ltv();
        Path folder = Files.createTempDirectory("osusume-ltv-bench");
        Dataset<Row> generated = lines(spark, customers);
        generated.write().parquet(folder.resolve("orders").toString());
        Dataset<Row> lines = spark.read().parquet(folder.resolve("orders").toString());
        Dataset<Row> products = spark.createDataFrame(List.of(), Products.TABLE.schema());
        Dataset<Row> subscriptions = spark.createDataFrame(List.of(), Subscriptions.TABLE.schema());

        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("orders", lines.count());
        figures.putAll(FitTimes.steps(config, lines, products, AS_OF));
        long start = System.nanoTime();
        double cpu = cpuSeconds();
        double fitted;
        try (LifetimeValue model = new LifetimeValue(config)) {
            PlanRetention contracts = PlanRetention.fit(
                    config, new ContractView(config, AS_OF).of(lines, subscriptions, products), products, AS_OF);
            Dataset<Row> table = model.estimate(lines, products, contracts, AS_OF);
            fitted = seconds(start);
            table.write().parquet(folder.resolve("ltv").toString());
        }
        figures.put("statistics_and_fits_seconds", fitted);
        figures.put("prediction_and_write_seconds", seconds(start) - fitted);
        double whole = seconds(start);
        figures.put("whole_stage_seconds", whole);
        double cpuOfStage = cpuSeconds() - cpu;
        figures.put("whole_stage_cpu_seconds", cpuOfStage);
        figures.put(
                "rows", spark.read().parquet(folder.resolve("ltv").toString()).count());
        figures.put("max_heap_mb", Runtime.getRuntime().maxMemory() / (1 << 20));
        String peer = "python3 scripts/bench_lifetimes.py night " + histories(config, lines, products, folder);
        figures.put("peer", Peer.run(peer).figures(Map.of(), whole, cpuOfStage));
        spark.stop();
        return figures;
    }

    private static Path histories(LtvConfig config, Dataset<Row> lines, Dataset<Row> products, Path folder)
            throws IOException {
        Path csv = folder.resolve("histories");
        FitTimes.histories(config, lines, products, AS_OF)
                .coalesce(1)
                .write()
                .option("header", true)
                .csv(csv.toString());
        try (Stream<Path> files = Files.list(csv)) {
            return files.filter(f -> f.toString().endsWith(".csv")).findFirst().orElseThrow();
        }
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Customers of different habits, each from a seed of their own: Gamma rates, a chance of leaving after each order. */
    private static Dataset<Row> lines(SparkSession spark, int customers) {
        StructType schema = StructType.fromDDL("order_id STRING, product_id STRING, ordered_at TIMESTAMP,"
                + " unit_price DECIMAL(18,4), customer_id STRING, currency STRING, net_quantity DECIMAL(18,4)");
        return spark.range(0, customers, 1, 8)
                .flatMap((FlatMapFunction<Long, Row>) LtvBench::history, Encoders.row(schema))
                .withColumn("quantity", col("net_quantity").plus(lit(0)).cast("decimal(18,4)"))
                .withColumn("net_price", col("unit_price").cast("decimal(24,10)"))
                .withColumn("line_id", lit(null).cast("string"))
                .withColumn("status", lit(null).cast("string"))
                .withColumn("channel", lit(null).cast("string"))
                .withColumn("returned_at", lit(null).cast("timestamp"));
    }

    private static Iterator<Row> history(long customer) {
        SplittableRandom random = new SplittableRandom(customer);
        GammaDistribution rates = new GammaDistribution(0.9, 1 / 40.0);
        double rate = rates.inverseCumulativeProbability(random.nextDouble());
        double leaves = Math.pow(random.nextDouble(), 4);
        double usual = 500 + 5000 * random.nextDouble();
        List<Row> rows = new ArrayList<>();
        double day = random.nextInt(DAYS);
        do {
            Timestamp at = Timestamp.from(AS_OF.minusDays(DAYS - 1L)
                    .plusDays((long) day)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
            rows.add(RowFactory.create(
                    customer + "-" + rows.size(),
                    "p" + random.nextInt(100),
                    at,
                    BigDecimal.valueOf(Math.round(usual * (0.5 + random.nextDouble()))),
                    "c" + customer,
                    "JPY",
                    BigDecimal.ONE));
            day += -Math.log(1 - random.nextDouble()) / rate;
        } while (day < DAYS && random.nextDouble() > leaves && rows.size() < 200);
        return rows.iterator();
    }

    private static Map<String, Object> cdnow(Path file) throws IOException {
        double[][] histories = histories(file, LocalDate.of(1997, 9, 30));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("customers", histories.length);
        // Once for the compiler, once for the clock.
        for (int round = 0; round < 2; round++) {
            for (String model : FitTimes.models()) {
                figures.putAll(FitTimes.fit(model, histories));
            }
        }
        return figures;
    }

    /** {x, t_x, T, 1} in weeks, of each customer of the master file until {@code asOf}. */
    private static double[][] histories(Path file, LocalDate asOf) throws IOException {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        try (InputStream raw = new FileInputStream(file.toFile());
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.trim().split("\\s+", -1);
                if (Character.isDigit(fields[0].charAt(0))) {
                    LocalDate day = LocalDate.parse(fields[fields.length - 3], DateTimeFormatter.BASIC_ISO_DATE);
                    if (!day.isAfter(asOf)) {
                        days.computeIfAbsent(fields[0], k -> new TreeSet<>()).add(day);
                    }
                }
            }
        }
        return days.values().stream()
                .map(d -> new double[] {
                    d.size() - 1,
                    ChronoUnit.DAYS.between(d.first(), d.last()) / 7.0,
                    ChronoUnit.DAYS.between(d.first(), asOf) / 7.0,
                    1
                })
                .toArray(double[][]::new);
    }

    private static double seconds(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }
}
