package io.osusume.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.osusume.cli.OsusumeCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One whole night on two cores, by its stages. Arguments: a configuration (default {@code conf/sample.conf}), then {@code
 * key=value} settings. Where the environment names a command in OSUSUME_PEER, that runs after it, and is compared ({@link Peer}).
 */
public final class NightBench {
    private NightBench() {}

    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Bench.session().getOrCreate();
        double sessionSeconds = (System.nanoTime() - start) / 1e9;
        Path warehouse = Files.createTempDirectory("osusume-bench-");
        List<String> line = new ArrayList<>(List.of(
                "nightly",
                "--conf",
                args.length > 0 ? args[0] : "conf/sample.conf",
                "--warehouse",
                warehouse.toString()));
        Stream.of(args).skip(1).forEach(setting -> line.addAll(List.of("--set", setting)));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int exitCode = OsusumeCommand.execute(line.toArray(String[]::new), out, out);
        double nightSeconds = (System.nanoTime() - start) / 1e9;
        ObjectMapper json = new ObjectMapper();
        ObjectNode figures = json.createObjectNode()
                .put("bench", "night")
                .put("exit_code", exitCode)
                .put("total_seconds", nightSeconds)
                .put("session_seconds", sessionSeconds)
                .put("heap_bytes", Runtime.getRuntime().maxMemory());
        double cpuSeconds =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        figures.put("cpu_seconds", cpuSeconds);
        Map<String, Double> stages = new TreeMap<>();
        try (Stream<Path> runs = Files.list(warehouse.resolve("_runs"))) {
            for (Path run : runs.toList()) {
                JsonNode seconds = json.readTree(run.toFile()).get("stage_seconds");
                figures.set("stage_seconds", seconds);
                seconds.properties()
                        .forEach(s -> stages.put(s.getKey(), s.getValue().asDouble()));
            }
        } catch (NoSuchFileException e) {
            figures.put("published", false);
        }
        String peer = System.getenv("OSUSUME_PEER");
        if (peer != null && !peer.isBlank()) {
            figures.set("peer", Peer.run(peer).figures(stages, nightSeconds, cpuSeconds));
        }
        System.out.println(json.writeValueAsString(figures));
        System.exit(exitCode);
    }
}
