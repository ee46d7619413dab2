package io.osusume.ltv;

import java.io.Serializable;

/**
 * What the first order says of later ones: E[M | f] = level · (f / centre)^slope, learned from those who came back, the
 * slope between 0 (nothing) and 1 (orders stay in proportion) and drawn towards 0 by a normal prior. The level makes the
 * values expected of those who came back add up to theirs.
 */
final class FirstOrder implements Serializable {
    /** Deviation of the prior of the slope: 0 to 1 is likely. */
    private static final double PRIOR = 0.5;

    private final Limits limits;
    private final double slope;
    private final double centre;
    private final double level;
    private final double levelVariance;
    private final double slopeVariance;

    private FirstOrder(Moments moments, Limits limits, double level) {
        this.limits = limits;
        this.slope = moments.slope();
        this.centre = moments.u / moments.n;
        this.level = level;
        this.levelVariance = moments.residual() / moments.n;
        this.slopeVariance = moments.slopeVariance();
    }

    /** Rows {x, first order, mean of x repeat orders, customers} of those who came back. */
    static FirstOrder fit(double[][] rows, double winsorisedShare) {
        Limits firsts = Limits.of(rows, 1, 3, winsorisedShare);
        Limits means = Limits.of(rows, 2, 3, winsorisedShare);
        Moments moments = new Moments();
        for (double[] row : rows) {
            moments.add(Math.log(firsts.within(row[1])), Math.log(means.within(row[2])), row[3]);
        }
        double came = 0;
        double told = 0;
        for (double[] row : rows) {
            came += row[3] * means.within(row[2]);
            told += row[3] * Math.exp(moments.slope() * (Math.log(firsts.within(row[1])) - moments.u / moments.n));
        }
        return new FirstOrder(moments, firsts, came / told);
    }

    double slope() {
        return slope;
    }

    double slopeError() {
        return Math.sqrt(slopeVariance);
    }

    /** What is expected of a first order at {@link #centre}. */
    double level() {
        return level;
    }

    /** The usual first order, in money. */
    double centre() {
        return Math.exp(centre);
    }

    double expected(double first) {
        return level * Math.exp(slope * beyondCentre(first));
    }

    /** Squared relative error of {@link #expected}. */
    double variance(double first) {
        double distance = beyondCentre(first);
        return levelVariance + distance * distance * slopeVariance;
    }

    private double beyondCentre(double first) {
        return Math.log(limits.within(first)) - centre;
    }

    /** Weighted sums of u = ln first and v = ln mean. */
    private static final class Moments {
        private double n;
        private double u;
        private double v;
        private double uu;
        private double uv;
        private double vv;

        void add(double first, double mean, double weight) {
            n += weight;
            u += weight * first;
            v += weight * mean;
            uu += weight * first * first;
            uv += weight * first * mean;
            vv += weight * mean * mean;
        }

        private double spread() {
            return Math.max(0, uu - u * u / n);
        }

        /** Variance of v about the line of least squares. */
        double residual() {
            double along = alike() ? 0 : Math.pow(uv - u * v / n, 2) / spread();
            return Math.max(0, vv - v * v / n - along) / Math.max(1, n - 2);
        }

        private boolean alike() {
            return spread() < 1e-9 * n;
        }

        double slope() {
            double slope = alike() ? 0 : (uv - u * v / n) / (spread() + residual() / (PRIOR * PRIOR));
            return Math.max(0, Math.min(1, slope));
        }

        double slopeVariance() {
            return alike() ? PRIOR * PRIOR : residual() / (spread() + residual() / (PRIOR * PRIOR));
        }
    }
}
