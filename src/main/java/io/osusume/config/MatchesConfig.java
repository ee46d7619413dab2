package io.osusume.config;

/** How many of the ids that one input names must stand in another. */
public record MatchesConfig(
        @Range(min = 0, max = 1, unit = "share of rows or ids")
        double noteBelow,

        @Range(min = 0, max = 1, unit = "share of rows") double stopBelow) {}
