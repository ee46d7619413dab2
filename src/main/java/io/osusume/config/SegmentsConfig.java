package io.osusume.config;

/** How customers are put into LWP segments (List, What, Pace). */
public record SegmentsConfig(
        CutOff whatHigh,
        CutOff paceHigh,
        CutOff resultsHigh,
        CutOff roomHigh,
        @Range(min = -1, max = 10, unit = "NPS answer") int careMaxNps,
        @Range(min = 0, unit = "share") double atRiskTrend,
        What what,
        Pace pace,
        LoyaltyConfig loyalty) {

    /** What makes potential. */
    public record What(
            @Range(above = 0, unit = "orders") double halfOrders,
            @Range(above = 0, unit = "event weights") double halfInterest,
            @Range(above = 0, unit = "needs") double halfNeeds,
            @Range(min = 0, max = 1, unit = "share") double problemPenalty,
            WhatWeights weights) {}

    /** How much each known ingredient counts in the what score. Purchases are always known, so theirs is above 0. */
    public record WhatWeights(
            @Range(above = 0) double purchases,
            @Range(min = 0) double utilisation,
            @Range(min = 0) double trend,
            @Range(min = 0) double interest,
            @Range(min = 0) double needs) {}

    /** What makes pace. */
    public record Pace(
            @Range(above = 0, unit = "contacts") double halfContacts,
            @Range(above = 0, unit = "days") double halfLifeDays) {}
}
