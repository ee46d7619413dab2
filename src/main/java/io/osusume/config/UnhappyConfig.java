package io.osusume.config;

import java.io.Serializable;

/** Who is sold nothing for a while, and nothing dearer at all. */
public record UnhappyConfig(
        @Range(min = -1, max = 10, unit = "NPS answer") int maxNps,
        @Range(min = -1000, max = 1000, unit = "mark") int maxSatisfaction,
        @Range(min = 0, max = 366, unit = "days") int satisfactionDays,
        @Range(min = 0, max = 366, unit = "days") int severeDays)
        implements Serializable {}
