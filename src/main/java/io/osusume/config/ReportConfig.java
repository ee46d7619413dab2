package io.osusume.config;

/** What the summary says beyond the tables. */
public record ReportConfig(@Range(above = 0, unit = "times") double acquisitionCostRatio) {}
