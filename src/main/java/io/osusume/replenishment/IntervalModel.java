package io.osusume.replenishment;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Intervals of all customers and products: y = ln(interval) of one customer and product is normal about a mean of its own,
 * which is normal about the product's, which is normal about the category's, which is normal about that of all. How steady
 * intervals are is the product's own too: cinema tickets say nothing of contact lenses. y goes with ln(amount bought) and may
 * drift from one interval to the next.
 *
 * @param byAmount how y goes with the logarithm of the amount
 * @param drift variance of the drifts of customers about none
 * @param products by product
 * @param categories for products without intervals of their own, by category
 * @param all for products whose category has none either
 */
record IntervalModel(
        double byAmount, double drift, Map<String, Usual> products, Map<String, Usual> categories, Usual all)
        implements Serializable {
    /** A customer's own spread is drawn towards the product's as if by so many intervals of theirs. */
    static final double SPREAD_WEIGHT = 4;

    /** The same of a customer whose trend is plain: intervals so close to it tell their own spread. */
    private static final double TREND_SPREAD_WEIGHT = 0.5;

    /** Variance of y of intervals that are the same but for some 7 %, and before they are seen the share of customers of such. */
    private static final double STEADY = 0.005;

    private static final double ARE_STEADY = 0.01;

    /** A trend, or steadiness, that may be none leaves the product's spread in place. */
    private static final int DOUBT = 20;

    /** The next interval is at most so many times longer or shorter than the trend's last. */
    private static final double MOST_DRIFT = Math.log(2);

    /** Before their intervals are seen, the share of customers who have a trend of their own. */
    private static final double OWN_TREND = 0.1;
    /** Intervals more than a trend takes, before one is believed. */
    private static final int LEAST_LEFT = 3;
    /** Variance of y that counting whole days brings, at about ten days. */
    private static final double WHOLE_DAYS = 1e-3;

    /**
     * What is usual of a product.
     *
     * @param mean of y
     * @param variance of what is not known of that mean
     * @param spread variance of y within customer and product
     * @param between variance of the means of customers about the product's
     * @param stops probability that a purchase is a customer's last
     */
    record Usual(double mean, double variance, double spread, double between, double stops) implements Serializable {
        Usual with(double otherStops) {
            return new Usual(mean, variance, spread, between, otherStops);
        }
    }

    /** Blank for no category. */
    Usual usual(String product, String category) {
        Usual own = products.get(product);
        return own != null ? own : categories.getOrDefault(category, all);
    }

    /** What to expect of one customer and product. */
    Need of(Intervals one, Usual usual) {
        double own = ownSpread(one, usual.spread());
        double before = usual.between() + usual.variance();
        double variance = 1 / (one.count() / own + 1 / before);
        double mean = (one.count() * one.meanLog() / own + usual.mean() / before) * variance;
        double mu = mean + byAmount * one.lastAmount() + drift(one, own);
        double deviation = Math.sqrt(own + variance + driftVariance(one, own));
        double lasts = Need.survival(mu, deviation, one.running());
        double goesOn = (1 - usual.stops()) * lasts;
        return new Need(mu, deviation, one.running(), goesOn / (goesOn + usual.stops()));
    }

    /** How many times shorter the trend's last interval is than its first. */
    double speedUp(Intervals one, Usual usual) {
        return Math.exp(-shrunkSlope(one, ownSpread(one, usual.spread())) * (one.count() - 1));
    }

    private double ownSpread(Intervals one, double spread) {
        double slope = shrunkSlope(one, spread);
        double within = Math.max(0, one.within(byAmount) - slope * one.slope(byAmount) * one.ii());
        double plain = Math.pow(drifts(one), DOUBT);
        double weight = SPREAD_WEIGHT * (1 - plain) + TREND_SPREAD_WEIGHT * plain;
        double degrees = Math.max(0, one.count() - 1);
        double steady = Math.pow(isSteady(within, degrees, spread), DOUBT);
        return (1 - steady) * (within + weight * spread) / (degrees + weight)
                + steady * (within + SPREAD_WEIGHT * STEADY) / (degrees + SPREAD_WEIGHT);
    }

    /** Probability that a customer's intervals are steady where others' are not: by clockwork, or by a subscription elsewhere. */
    private static double isSteady(double within, double degrees, double spread) {
        double factor = Math.exp(degrees / 2 * Math.log(spread / STEADY) - within / 2 * (1 / STEADY - 1 / spread));
        return spread <= STEADY ? 0 : factor * ARE_STEADY / (factor * ARE_STEADY + 1 - ARE_STEADY);
    }

    /** From the middle of the intervals that have ended to the one that runs. */
    private double drift(Intervals one, double own) {
        double drift = shrunkSlope(one, own) * (one.count() + 1) / 2.0;
        return Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, drift));
    }

    /** What is not known of it. */
    private double driftVariance(Intervals one, double own) {
        double step = (one.count() + 1) / 2.0;
        return one.count() < 2 ? 0 : step * step * drift * own / (drift * one.ii() + own);
    }

    /** The slope as others drift, or the customer's own as far as it is plain that this one does. */
    private double shrunkSlope(Intervals one, double own) {
        if (one.count() < 2) {
            return 0;
        }
        double asOthers = drift <= 0 ? 0 : drift / (drift + own / one.ii());
        double plain = drifts(one);
        return one.slope(byAmount) * (plain + (1 - plain) * asOthers);
    }

    /**
     * Probability that a customer's intervals have a trend of their own, by the sums of squares without and with one: the
     * unit-information Bayes factor (Raftery 1995), with the degrees of freedom that are left in the exponent, since the
     * intervals are few.
     */
    private double drifts(Intervals one) {
        int left = one.count() - 2;
        if (left < LEAST_LEFT) {
            return 0;
        }
        double slope = one.slope(byAmount);
        double without = one.within(byAmount) + one.count() * WHOLE_DAYS;
        double with = Math.max(0, one.within(byAmount) - slope * slope * one.ii()) + one.count() * WHOLE_DAYS;
        double factor = Math.pow(without / with, left / 2.0) / Math.sqrt(one.count());
        return factor * OWN_TREND / (factor * OWN_TREND + 1 - OWN_TREND);
    }

    /** The same with other shares of last purchases. */
    IntervalModel with(Map<String, String> categoryOf, Pooled found) {
        Map<String, Usual> byProduct = new HashMap<>();
        products.forEach((id, usual) -> byProduct.put(id, usual.with(found.ofProduct(id, categoryOf.get(id)))));
        Map<String, Usual> byCategory = new HashMap<>();
        categories.forEach((id, usual) -> byCategory.put(id, usual.with(found.ofCategory(id))));
        return new IntervalModel(byAmount, drift, byProduct, byCategory, all.with(found.ofAll()));
    }
}
