package io.osusume.config;

import java.io.Serializable;

/** What is told of offers that were accepted. */
public record SuccessesConfig(
        @Range(min = 2, unit = "customers") int leastCases,

        @Range(min = 1, max = 366, unit = "days") int horizonDays,
        @Range(min = 0, max = 366, unit = "days") int gapDays,

        @Range(above = 0, max = 1, unit = "share of the included units")
        double nearLimit)
        implements Serializable {}
