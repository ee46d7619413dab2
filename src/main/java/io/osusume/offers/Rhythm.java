package io.osusume.offers;

import java.util.List;
import java.util.Optional;

/**
 * How often a consumable is bought, and when it is needed next.
 *
 * <p>Least squares of ln(interval) on the number of the interval; the next interval is extrapolated by one step and kept
 * between half and double the last one.
 *
 * @param intervalDays the predicted next interval
 * @param needDay the day of the next need, since 1970-01-01
 * @param speedUp how many times shorter the fitted last interval is than the first; below 1: longer
 */
record Rhythm(double intervalDays, int needDay, double speedUp) {
    /** From days of purchase, the first one first; empty with fewer than three. */
    static Optional<Rhythm> of(List<Integer> days) {
        int n = days.size() - 1;
        if (n < 2) {
            return Optional.empty();
        }
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.log(Math.max(1, days.get(i + 1) - days.get(i)));
        }
        double meanX = (n - 1) / 2.0;
        double meanY = 0;
        double sxx = 0;
        for (int i = 0; i < n; i++) {
            meanY += y[i] / n;
            sxx += (i - meanX) * (i - meanX);
        }
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxy += (i - meanX) * (y[i] - meanY);
        }
        double slope = sxy / sxx;
        double last = y[n - 1];
        double next = Math.min(last + Math.log(2), Math.max(last - Math.log(2), meanY + slope * (n - meanX)));
        return Optional.of(
                new Rhythm(Math.exp(next), days.get(n) + (int) Math.round(Math.exp(next)), Math.exp(-slope * (n - 1))));
    }
}
