package io.osusume.config;

import java.io.Serializable;

/** How the ranking's model is learned from windows of the past. */
public record RankerTrainingConfig(
        @Range(min = 2, max = 60, unit = "windows") int windows,
        @Range(above = 0, max = 1, unit = "factor") double windowWeight,
        @Range(min = 1, max = 3660, unit = "days") int minHistoryDays,
        @Range(min = 10, unit = "purchases") int minPositives,
        @Range(above = 0, max = 1, unit = "share") double negativeShare,
        @Range(min = 1, max = 1_000, unit = "trees") int trees,
        @Range(min = 1, max = 10, unit = "levels") int depth,
        @Range(above = 0, max = 1, unit = "factor") double learningRate,
        @Range(min = 1, max = 366, unit = "days") int everyDays,
        @Range(min = 0, max = 1, unit = "share of NDCG") double tolerance)
        implements Serializable {}
