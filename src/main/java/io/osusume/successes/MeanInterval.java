package io.osusume.successes;

import org.hipparchus.distribution.continuous.TDistribution;

/** A mean and the interval that holds the true one with 95 % (Student's t). */
record MeanInterval(double mean, double low, double high) {
    private static final double UPPER = 0.975;

    /**
     * Of at least two figures.
     *
     * @param squares the sum of their squares
     */
    static MeanInterval of(long n, double sum, double squares) {
        double mean = sum / n;
        double variance = Math.max(0, (squares - sum * mean) / (n - 1));
        double half = new TDistribution(n - 1.0).inverseCumulativeProbability(UPPER) * Math.sqrt(variance / n);
        return new MeanInterval(mean, mean - half, mean + half);
    }
}
