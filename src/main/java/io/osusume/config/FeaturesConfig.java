package io.osusume.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How the inputs are read into features of a customer. */
public record FeaturesConfig(
        List<String> summedMetrics,
        List<String> sparseMetrics,
        List<String> levelMetrics,
        Map<String, String> metricUnits,
        @Range(min = 1, max = 112, unit = "days") int levelValidDays,
        @Range(min = 1, max = 56, unit = "days") int minObservedDays,
        @Range(min = 1, unit = "measurements") int minMeasurements,
        List<String> reactions,
        @Range(min = 1, max = 1000, unit = "touches") int contactCap,
        List<String> severe,
        List<String> questionTopics,
        List<String> needEvents,
        @Range(above = 0, unit = "days") double interestHalfLifeDays,
        @Range(min = 0) Map<String, Double> eventWeights,
        @Range(min = 0) double otherEventWeight,
        @Range(min = 0) double questionWeight)
        implements Serializable {

    public FeaturesConfig {
        Checks checks = new Checks();
        for (String metric : sparseMetrics) {
            checks.that(
                    summedMetrics.contains(metric),
                    "sparse_metrics",
                    metric,
                    "is not among summed_metrics",
                    "add it there: only what is added up can be nothing on days without a row");
        }
        for (String metric : levelMetrics) {
            checks.that(
                    !summedMetrics.contains(metric),
                    "level_metrics",
                    metric,
                    "is among summed_metrics too",
                    "keep it in one of the two");
        }
        checks.verify();
    }

    /** What a metric's amounts are counted in, as texts say it. */
    public String unit(String metric) {
        return metricUnits.getOrDefault(metric, metric.replace('_', ' '));
    }

    /** The metrics that a company names itself: those of the defaults are none of them. */
    public Set<String> declaredMetrics() {
        Set<String> named = new TreeSet<>(sparseMetrics);
        named.addAll(levelMetrics);
        named.addAll(metricUnits.keySet());
        return named;
    }
}
