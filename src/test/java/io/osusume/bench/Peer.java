package io.osusume.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another program that does the same work, run by the shell. It tells its steps in lines like {@code rules  2,861 rows 0.70 s
 * 0.65 cpu s}; what fails is told, and fails nothing else.
 */
final class Peer {
    private static final Pattern STEP = Pattern.compile("(.+?)\\s+[\\d,]+ rows\\s+([\\d.]+) s\\s+([\\d.]+) cpu s\\s*");

    /** Step → words of our stages, and words of a peer's steps; what holds words of several belongs to the first of them. */
    private static final Map<String, List<List<String>>> STEPS = steps();

    private final Map<String, double[]> steps = new LinkedHashMap<>();
    private double seconds;
    private double cpuSeconds;
    private String failure = "";

    private Peer() {}

    private static Map<String, List<List<String>>> steps() {
        Map<String, List<List<String>>> steps = new LinkedHashMap<>();
        steps.put("read", List.of(List.of("read "), List.of("read")));
        steps.put("ranker", List.of(List.of("rank"), List.of("window", "boost", "lightgbm", "p_buy", "rank")));
        steps.put("rules", List.of(List.of("rule", "bundles"), List.of("rule")));
        steps.put("lifetime value", List.of(List.of("ltv"), List.of("lifetime", "ltv")));
        steps.put("segments", List.of(List.of("lwp_", "features", "use"), List.of("rfm", "segment")));
        steps.put(
                "offers",
                List.of(List.of("targets", "candidates", "suppressed", "withheld", "offers"), List.of("offer")));
        steps.put(
                "holdings and prices",
                List.of(List.of("holdings", "order lines", "product list", "prices"), List.of("holding", "net")));
        return steps;
    }

    /** Runs a command to its end, its lines passed on. */
    static Peer run(String command) {
        Peer peer = new Peer();
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder("bash", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(peer::take);
            }
            int code = process.waitFor();
            peer.failure = code == 0 ? "" : "exit code " + code;
        } catch (IOException | UncheckedIOException e) {
            peer.failure = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            peer.failure = "interrupted";
        }
        peer.seconds = (System.nanoTime() - start) / 1e9;
        return peer;
    }

    private void take(String line) {
        System.out.println("peer: " + line);
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            double cpu = Double.parseDouble(step.group(3));
            steps.merge(step.group(1).strip(), new double[] {Double.parseDouble(step.group(2)), cpu}, (a, b) ->
                    new double[] {a[0] + b[0], a[1] + b[1]});
            cpuSeconds += cpu;
        }
    }

    /** Its figures, and ours ÷ its: of the whole, wall and CPU, and of each step that both have, wall. */
    ObjectNode figures(Map<String, Double> ourStages, double ourSeconds, double ourCpuSeconds) {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("seconds", seconds).put("cpu_seconds", cpuSeconds);
        if (!failure.isEmpty()) {
            System.out.println("The peer failed: " + failure);
            return figures.put("failed", failure);
        }
        figures.put("wall_ratio", ourSeconds / seconds);
        if (cpuSeconds > 0) {
            figures.put("cpu_ratio", ourCpuSeconds / cpuSeconds);
        }
        ObjectNode bySteps = figures.putObject("by_step");
        STEPS.keySet().forEach(name -> {
            double ours = sum(ourStages, name, 0);
            Map<String, Double> wall = new LinkedHashMap<>();
            steps.forEach((step, s) -> wall.put(step, s[0]));
            double its = sum(wall, name, 1);
            if (ours > 0 && its > 0) {
                bySteps.putObject(name).put("ours", ours).put("peer", its).put("ratio", ours / its);
                System.out.printf("%-20s %8.2f s, peer %8.2f s: %6.2f times%n", name, ours, its, ours / its);
            }
        });
        System.out.printf(
                "whole: %.2f times the wall, %.2f times the CPU%n", ourSeconds / seconds, ourCpuSeconds / cpuSeconds);
        return figures;
    }

    /** Of the stages whose first step by {@link #STEPS} this is. */
    private static double sum(Map<String, Double> stages, String step, int side) {
        return stages.entrySet().stream()
                .filter(e -> step.equals(stepOf(e.getKey(), side)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String stepOf(String stage, int side) {
        String lower = stage.toLowerCase(Locale.ROOT);
        return STEPS.entrySet().stream()
                .filter(e -> e.getValue().get(side).stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
