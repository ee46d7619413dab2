package io.osusume.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Quantiles of samples and of the normal distribution. */
public final class Quantiles {
    private Quantiles() {}

    /** The sample's q quantile, interpolated between the two values it lies between (Hyndman & Fan 1996, type 7). */
    public static double interpolated(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    /** How many standard deviations to each side of the mean hold the share {@code confidence} of a normal distribution. */
    public static double twoSided(double confidence) {
        return new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
    }
}
