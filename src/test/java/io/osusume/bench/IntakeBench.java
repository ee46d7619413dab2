package io.osusume.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.WarehouseConfig;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import io.osusume.tables.WithheldOffers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * What reading a company's inputs costs, and how much of it is the counting of matches, statuses and order numbers (the stage
 * {@code matches}): seconds and processor seconds of each stage, read twice in one session, once cold and once warm. Stages that
 * run beside each other share their processor seconds. Arguments: a configuration, then settings as of {@code --set}.
 */
public final class IntakeBench {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private IntakeBench() {}

    public static void main(String[] args) throws IOException {
        List<String> settings = Arrays.asList(args).subList(1, args.length);
        OsusumeConfig config =
                ConfigLoader.load(Optional.of(Path.of(args[0])), settings).config();
        SparkSession spark = Bench.session()
                .config("spark.sql.session.timeZone", config.run().zone().getId())
                .config("spark.sql.icu.caseMappings.enabled", "false")
                .getOrCreate();
        System.out.println(read(spark, config, "cold"));
        System.out.println(read(spark, config, "warm"));
        spark.stop();
    }

    private static ObjectNode read(SparkSession spark, OsusumeConfig config, String name) throws IOException {
        LocalDate asOf = config.run().asOf().orElseThrow();
        Path folder = Files.createTempDirectory("osusume-intake-");
        Warehouse warehouse = new Warehouse(spark, new WarehouseConfig(folder.toString(), 500_000, 10));
        Watch watch = new Watch();
        long start = System.nanoTime();
        double cpu = cpuSeconds();
        try (Run run = warehouse.begin(name, asOf);
                Stages stages = new Stages(run, watch)) {
            Inputs inputs = new Intake(spark, config, run, stages)
                    .read(new Intake.Request(
                            asOf,
                            asOf,
                            false,
                            Set.of(),
                            Optional.empty(),
                            warehouse.history(asOf, Offers.TABLE, WithheldOffers.TABLE)));
            ObjectNode figures = new ObjectMapper().createObjectNode().put("bench", "intake " + name);
            figures.put(
                    "rows",
                    inputs.counts().values().stream().mapToLong(c -> c.rows()).sum());
            figures.put("seconds", Bench.secondsSince(start));
            figures.put("cpu_seconds", Math.round(100 * (cpuSeconds() - cpu)) / 100.0);
            figures.set("stages", new ObjectMapper().valueToTree(watch.stages));
            return figures;
        }
    }

    private static double cpuSeconds() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    /** Seconds and processor seconds by stage. */
    private static final class Watch implements Progress {
        private final Map<String, Double> begun = new LinkedHashMap<>();
        private final Map<String, List<Double>> stages = new LinkedHashMap<>();

        @Override
        public synchronized void begins(int number, String stage) {
            begun.put(stage, cpuSeconds());
        }

        @Override
        public synchronized void ends(int number, String stage, Duration took, long rows) {
            stages.put(
                    stage,
                    List.of(took.toMillis() / 1000.0, Math.round(100 * (cpuSeconds() - begun.get(stage))) / 100.0));
        }
    }
}
