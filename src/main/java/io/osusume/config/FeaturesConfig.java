package io.osusume.config;

import java.util.List;
import java.util.Map;

/** How the inputs are read into features of a customer. */
public record FeaturesConfig(
        List<String> summedMetrics,
        @Range(min = 1, max = 112, unit = "days") int levelValidDays,
        @Range(min = 1, unit = "measurements") int minMeasurements,
        List<String> reactions,
        @Range(min = 1, unit = "contacts") int contactCap,
        List<String> severe,
        List<String> questionTopics,
        List<String> needEvents,
        @Range(above = 0, unit = "days") double interestHalfLifeDays,
        @Range(min = 0) Map<String, Double> eventWeights,
        @Range(min = 0) double otherEventWeight,
        @Range(min = 0) double questionWeight) {}
