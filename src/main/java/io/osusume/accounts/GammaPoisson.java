package io.osusume.accounts;

import org.hipparchus.special.Beta;

/**
 * Counts of a Poisson process whose rate is gamma distributed over accounts. With a prior Gamma(α, β) of the rate per day
 * and k events in T days, the rate is Gamma(α + k, β + T), and the number X of events in d further days is negative binomial:
 * P(X ≥ x) = I_z(x, α + k) with z = d/(β + T + d), I the regularised incomplete beta function.
 *
 * <p>Counts may be fractions: where events come in clusters, counts divided by the dispersion behave like Poisson counts
 * (quasi-Poisson; Wedderburn 1974).
 *
 * @param shape α, above 0
 * @param rate β, in days, at least 0
 */
record GammaPoisson(double shape, double rate) {
    private static final double SMALLEST = 1e-300;
    private static final double LEAST_SHAPE = 0.01;
    private static final double MOST_SHAPE = 1000;

    /**
     * The prior by the method of moments, from counts over the same {@code days} for all accounts: with mean m and variance
     * v, α = m²/(v − m), kept in [0.01, 1000] (large where accounts do not differ), and β = α · days/m.
     */
    static GammaPoisson ofMoments(double mean, double variance, double days) {
        double excess = variance - mean;
        double shape = excess <= 0 ? MOST_SHAPE : Math.min(MOST_SHAPE, Math.max(LEAST_SHAPE, mean * mean / excess));
        return new GammaPoisson(shape, shape * days / mean);
    }

    /** The gamma distribution of the rate after {@code count} events in {@code days}. */
    GammaPoisson after(double count, double days) {
        return new GammaPoisson(shape + count, rate + days);
    }

    /** The expected number of events in {@code days}. */
    double expected(double days) {
        return shape / rate * days;
    }

    /** P(X ≥ count) for the number X of events in {@code days}; never quite 0. */
    double tail(double count, double days) {
        if (count <= 0) {
            return 1;
        }
        return Math.max(SMALLEST, Beta.regularizedBeta(days / (rate + days), count, shape));
    }
}
