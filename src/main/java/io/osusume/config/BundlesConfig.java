package io.osusume.config;

/**
 * Which products are offered as a bundle, and at what price.
 *
 * @param maxQ the largest q value of a rule among the items
 * @param minLift the smallest lift of the set: how many times more often than by chance its items sell together
 * @param minDiscount the discount for items that are bought together anyway, a share of the sum of their prices
 * @param maxDiscount the discount for items that hardly ever are, and the cap
 * @param marginFloor the smallest contribution margin of a bundle, a share of its price, where all costs are known
 * @param priceStep bundle prices are whole multiples of this, in the currency of the orders
 * @param maxBundles the most bundles, the best by expected margin
 * @param validDays how many days a bundle is offered, tonight included
 */
public record BundlesConfig(
        double maxQ,
        double minLift,
        double minDiscount,
        double maxDiscount,
        double marginFloor,
        double priceStep,
        int maxBundles,
        int validDays) {
    public BundlesConfig {
        new Checks()
                .fraction("max_q", maxQ)
                .atLeast("min_lift", minLift, 0)
                .fraction("min_discount", minDiscount)
                .between("max_discount", maxDiscount, Math.max(0, Math.min(minDiscount, 1)), 1)
                .that(
                        marginFloor >= 0 && marginFloor < 1,
                        "margin_floor",
                        marginFloor,
                        "must be at least 0 and below 1")
                .positive("price_step", priceStep)
                .between("max_bundles", maxBundles, 1, 1_000_000)
                .between("valid_days", validDays, 1, 366)
                .verify();
    }
}
