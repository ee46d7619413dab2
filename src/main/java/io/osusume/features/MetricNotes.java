package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.to_date;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What a person is told of usage metrics: those read as levels whose rows come at irregular times, as what is added up does,
 * and those that the settings name and no row has.
 */
public final class MetricNotes {
    private static final String STEP = "_step";
    private static final String ROWS = "_rows";
    /** Fewer steps between measurements tell nothing. */
    private static final long FEWEST_STEPS = 50;
    /** Where the two commonest steps, a day more or less, are a smaller share of all, nobody measures regularly. */
    private static final double REGULAR = 0.6;

    private final FeaturesConfig config;

    public MetricNotes(FeaturesConfig config) {
        this.config = config;
    }

    /** The sentences. What comes to the driver is a row for each metric and length of a step. */
    public List<String> of(Facts facts) {
        if (!facts.knows(Usage.INPUT)) {
            return List.of();
        }
        Map<String, TreeMap<Integer, Long>> steps = new TreeMap<>();
        for (Row r : steps(facts.of(Usage.INPUT)).collectAsList()) {
            TreeMap<Integer, Long> ofMetric = steps.computeIfAbsent(r.getString(0), m -> new TreeMap<>());
            if (!r.isNullAt(1)) {
                ofMetric.put(r.getInt(1), r.getLong(2));
            }
        }
        List<String> irregular = steps.keySet().stream()
                .filter(metric -> !isDeclared(metric) && isIrregular(steps.get(metric)))
                .toList();
        List<String> notes = new ArrayList<>();
        if (irregular.size() == 1) {
            notes.add(irregular(irregular.get(0)));
        } else if (irregular.size() > 1) {
            notes.add(irregular(irregular));
        }
        config.declaredMetrics().stream().filter(m -> !steps.containsKey(m)).forEach(m -> notes.add(unused(m, steps)));
        return notes;
    }

    private boolean isDeclared(String metric) {
        return config.summedMetrics().contains(metric) || config.levelMetrics().contains(metric);
    }

    private static Dataset<Row> steps(Dataset<Row> usage) {
        WindowSpec series = Window.partitionBy(Usage.CUSTOMER_ID, Usage.PRODUCT_ID, Usage.METRIC)
                .orderBy("_day");
        return usage.select(
                        col(Usage.CUSTOMER_ID),
                        col(Usage.PRODUCT_ID),
                        col(Usage.METRIC),
                        to_date(col(Usage.USED_AT)).as("_day"))
                .distinct()
                .withColumn(STEP, datediff(col("_day"), lag("_day", 1).over(series)))
                .groupBy(Usage.METRIC, STEP)
                .count()
                .select(col(Usage.METRIC), col(STEP), col("count").as(ROWS));
    }

    private static boolean isIrregular(SortedMap<Integer, Long> steps) {
        long all = sum(steps);
        TreeMap<Integer, Long> left = new TreeMap<>(steps);
        long regular = takeCommonest(left) + takeCommonest(left);
        return all >= FEWEST_STEPS && regular < REGULAR * all;
    }

    private static long takeCommonest(SortedMap<Integer, Long> left) {
        long most = 0;
        int commonest = 0;
        for (int step : left.keySet()) {
            long near = sum(left.subMap(step - 1, step + 2));
            if (near > most) {
                most = near;
                commonest = step;
            }
        }
        left.subMap(commonest - 1, commonest + 2).clear();
        return most;
    }

    private static long sum(Map<Integer, Long> steps) {
        return steps.values().stream().mapToLong(n -> n).sum();
    }

    private String irregular(String metric) {
        return "Usage metric " + metric
                + " is read as a level, and its rows come at irregular times, as of what is added up."
                + " Where it adds up and days without a row had none, set features.summed_metrics = "
                + with(config.summedMetrics(), List.of(metric)) + " and features.sparse_metrics = "
                + with(config.sparseMetrics(), List.of(metric)) + "; where it is a level, features.level_metrics = "
                + with(config.levelMetrics(), List.of(metric)) + ".";
    }

    private String irregular(List<String> metrics) {
        return metrics.size()
                + " usage metrics are read as levels, and their rows come at irregular times, as of what is added up."
                + " Those that are levels belong in features.level_metrics. Those that add up, where days without a row had none,"
                + " belong in features.summed_metrics and features.sparse_metrics; for all of them, features.summed_metrics = "
                + with(config.summedMetrics(), metrics) + ".";
    }

    private static String with(List<String> given, List<String> metrics) {
        return Stream.concat(given.stream(), metrics.stream())
                .map(m -> '"' + m + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String unused(String metric, Map<String, ?> known) {
        return "features.* names the usage metric " + metric + ", of which no row is: metrics are "
                + String.join(", ", known.keySet()) + ".";
    }
}
