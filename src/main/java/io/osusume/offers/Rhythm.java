package io.osusume.offers;

import java.util.List;
import java.util.Optional;

/**
 * How often a consumable is bought, and when it is needed next.
 *
 * <p>Least squares of ln(interval) on the number of the interval; the next interval is extrapolated by one step and kept
 * between half and double the last one. Its uncertainty is the prediction interval of that regression at 80 %: exp(m ± z·s·
 * √(1 + 1/n + (x − x̄)²/Σ(x − x̄)²)), s² the residual variance with n − 2 degrees of freedom.
 *
 * @param intervalDays the predicted next interval
 * @param needDay the day of the next need, since 1970-01-01
 * @param earliestDay the lower end of its interval
 * @param latestDay the upper end
 * @param speedUp how many times shorter the fitted last interval is than the first; below 1: longer
 */
record Rhythm(double intervalDays, int needDay, int earliestDay, int latestDay, double speedUp) {
    private static final double Z80 = 1.2815515655446004;

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
        double deviation =
                Math.sqrt(residual(y, meanX, meanY, slope)) * Math.sqrt(1 + 1.0 / n + (n - meanX) * (n - meanX) / sxx);
        int lastDay = days.get(n);
        return Optional.of(new Rhythm(
                Math.exp(next),
                lastDay + (int) Math.round(Math.exp(next)),
                lastDay + (int) Math.round(Math.exp(next - Z80 * deviation)),
                lastDay + (int) Math.round(Math.exp(Math.min(next + Z80 * deviation, Math.log(3660)))),
                Math.exp(-slope * (n - 1))));
    }

    private static double residual(double[] y, double meanX, double meanY, double slope) {
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] - meanY - slope * (i - meanX);
            squares += off * off;
        }
        return squares / Math.max(1, y.length - 2);
    }
}
