package io.osusume.config;

/** What makes a customer loyal. */
public record LoyaltyConfig(
        @Range(above = 0, unit = "days") double halfTenureDays,
        @Range(above = 0, unit = "orders") double halfOrders,
        @Range(above = 0, unit = "tickets") double halfTickets,
        Weights weights) {

    /** How much each known ingredient counts. Frequency is always known, so its weight is above 0. */
    public record Weights(
            @Range(min = 0) double tenure,
            @Range(above = 0) double frequency,
            @Range(min = 0) double nps,
            @Range(min = 0) double fewTickets,
            @Range(min = 0) double sustainedUse) {}
}
