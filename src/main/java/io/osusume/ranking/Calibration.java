package io.osusume.ranking;

import io.osusume.stats.Logistic;
import java.io.Serializable;

/**
 * From a model's margin to a probability: p = 1 / (1 + e^−(slope · margin + intercept)) (Platt 1999), fitted by weighted
 * maximum likelihood.
 */
public record Calibration(double slope, double intercept) implements Serializable {
    private static final int ITERATIONS = 50;
    private static final double CLOSE = 1e-10;
    /** Weight of a normal prior on the slope around 1, in trials: keeps it finite where labels are all alike. */
    private static final double PRIOR = 1;

    double probability(double margin) {
        return Logistic.expit(slope * margin + intercept);
    }

    /** Newton's method from slope 1. */
    public static Calibration fit(double[] margin, double[] label, double[] weight) {
        double a = 1;
        double b = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            double ga = -PRIOR * (a - 1);
            double gb = -PRIOR * 1e-3 * b;
            double aa = PRIOR;
            double ab = 0;
            double bb = PRIOR * 1e-3;
            for (int n = 0; n < margin.length; n++) {
                double p = Logistic.expit(a * margin[n] + b);
                double error = weight[n] * (label[n] - p);
                double spread = weight[n] * p * (1 - p);
                ga += error * margin[n];
                gb += error;
                aa += spread * margin[n] * margin[n];
                ab += spread * margin[n];
                bb += spread;
            }
            double determinant = aa * bb - ab * ab;
            double da = (bb * ga - ab * gb) / determinant;
            double db = (aa * gb - ab * ga) / determinant;
            a += Math.max(-1, Math.min(1, da));
            b += Math.max(-2, Math.min(2, db));
            if (Math.abs(da) + Math.abs(db) < CLOSE) {
                break;
            }
        }
        return new Calibration(a, b);
    }

    /**
     * Halfway to slope 1: how steep a model turns out to be changes from window to window, so one window tells about half of
     * the next.
     */
    Calibration halfway() {
        return new Calibration((1 + slope) / 2, intercept);
    }

    /** The same slope with the intercept at which Σ weight · p = Σ weight · label. */
    Calibration levelled(double[] margin, double[] label, double[] weight) {
        double b = intercept;
        for (int i = 0; i < ITERATIONS; i++) {
            double error = 0;
            double spread = 0;
            for (int n = 0; n < margin.length; n++) {
                double p = Logistic.expit(slope * margin[n] + b);
                error += weight[n] * (label[n] - p);
                spread += weight[n] * p * (1 - p);
            }
            double step = spread > 0 ? Math.max(-2, Math.min(2, error / spread)) : 0;
            b += step;
            if (Math.abs(step) < CLOSE) {
                break;
            }
        }
        return new Calibration(slope, b);
    }
}
