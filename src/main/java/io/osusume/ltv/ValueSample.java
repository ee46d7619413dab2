package io.osusume.ltv;

import java.util.Arrays;

/**
 * Mean values of repeat orders, {x, m, weight} a row, sorted, and how they go with frequency. Gamma-Gamma supposes that
 * they do not.
 */
final class ValueSample {
    private final double[][] rows;
    private final double mean;
    private final double correlation;

    private ValueSample(double[][] rows, double mean, double correlation) {
        this.rows = rows;
        this.mean = mean;
        this.correlation = correlation;
    }

    static ValueSample of(double[][] unsorted) {
        double[][] rows = unsorted.clone();
        Arrays.sort(rows, Arrays::compare);
        double n = 0;
        double x = 0;
        double m = 0;
        for (double[] row : rows) {
            n += row[2];
            x += row[2] * row[0];
            m += row[2] * row[1];
        }
        double xx = 0;
        double mm = 0;
        double xm = 0;
        for (double[] row : rows) {
            double dx = row[0] - x / n;
            double dm = row[1] - m / n;
            xx += row[2] * dx * dx;
            mm += row[2] * dm * dm;
            xm += row[2] * dx * dm;
        }
        boolean constant = xx < 1e-12 * n || mm < 1e-12 * m * m / Math.max(n, 1);
        return new ValueSample(rows, m / n, constant ? 0 : xm / Math.sqrt(xx * mm));
    }

    double[][] rows() {
        return rows;
    }

    double mean() {
        return mean;
    }

    /** Pearson's, of x and m over repeat buyers; 0 where either is the same for all. */
    double correlation() {
        return correlation;
    }
}
