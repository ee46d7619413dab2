package io.osusume.replenishment;

import java.io.Serializable;

/**
 * What one customer's purchases of one product tell of the intervals between them: sufficient statistics of y = ln(days of an
 * interval), of x = ln(amount bought at its start) and of its place i, all about their means.
 *
 * @param count of intervals that have ended
 * @param meanLog mean of y
 * @param yy Σ(y − ȳ)²
 * @param xy Σ(x − x̄)(y − ȳ)
 * @param xx Σ(x − x̄)²
 * @param iy Σ(i − ī)(y − ȳ)
 * @param ix Σ(i − ī)(x − x̄)
 * @param running days since the last purchase: the interval that has not ended
 * @param lastAmount x of the last purchase − x̄
 */
record Intervals(
        int count,
        double meanLog,
        double yy,
        double xy,
        double xx,
        double iy,
        double ix,
        double running,
        double lastAmount)
        implements Serializable {

    /**
     * Of days of purchase, the first one first, and of the amount bought on each.
     *
     * @param asOf the day until which purchases are known
     */
    static Intervals of(int[] days, double[] amounts, int asOf) {
        int n = days.length - 1;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += Math.log(amounts[i]) / n;
            meanY += log(days, i) / n;
        }
        double[] sums = new double[5];
        for (int i = 0; i < n; i++) {
            double x = Math.log(amounts[i]) - meanX;
            double y = log(days, i) - meanY;
            double place = i - (n - 1) / 2.0;
            sums[0] += y * y;
            sums[1] += x * y;
            sums[2] += x * x;
            sums[3] += place * y;
            sums[4] += place * x;
        }
        return new Intervals(
                n, meanY, sums[0], sums[1], sums[2], sums[3], sums[4], asOf - days[n], Math.log(amounts[n]) - meanX);
    }

    private static double log(int[] days, int i) {
        return Math.log(days[i + 1] - days[i]);
    }

    /** Σ(i − ī)². */
    double ii() {
        return count * (count * (double) count - 1) / 12;
    }

    /** Σ(y − ȳ)² with the part taken out that goes with the amount. */
    double within(double byAmount) {
        return Math.max(0, yy - 2 * byAmount * xy + byAmount * byAmount * xx);
    }

    /** By how much y grows from one interval to the next, by least squares; 0 where one interval has no trend. */
    double slope(double byAmount) {
        return count < 2 ? 0 : (iy - byAmount * ix) / ii();
    }
}
