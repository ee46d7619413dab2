package io.osusume.config;

/** Which products are offered as a bundle, and at what price. */
public record BundlesConfig(
        @Range(min = 0, max = 1, unit = "q value") double maxQValue,
        @Range(min = 0, unit = "lift") double minLift,

        @Range(min = 0, max = 1, unit = "share of the price")
        double minDiscount,

        @Range(min = 0, max = 1, unit = "share of the price")
        double maxDiscount,

        @Range(min = 0, below = 1, unit = "share of the price")
        double marginFloor,

        @Range(above = 0, unit = "the orders' currency") double priceStep,
        @Range(min = 1, max = 1_000_000, unit = "bundles") int maxBundles,
        @Range(min = 1, max = 366, unit = "days") int validDays) {
    public BundlesConfig {
        new Checks()
                .atLeast("max_discount", maxDiscount, "bundles.min_discount", minDiscount)
                .verify();
    }
}
