package io.osusume.stats;

import static io.osusume.stats.Logistic.softplus;
import static io.osusume.stats.Logistic.softplusSlope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression with what was believed before: logit P(y = 1) = offset + x'β, the β independent and normal before any
 * trial, each with its mean m and standard deviation s. After the trials it is the normal distribution about the mode
 * with the inverse of the negative Hessian there as its covariance (Laplace; MacKay, Neural Computation 4, 1992). The log
 * posterior Σ (y·η − n·ln(1 + e^η)) − Σ (β − m)²/2s² is strictly concave, so Newton's steps, halved where they go too far,
 * find its only mode.
 *
 * <p>Effects that are nested (a type's, its triggers', their segments') are coefficients like any other: a trial has a 1 at
 * each level, and the deviations say how far a level may differ from the one above.
 */
public final class BayesianLogistic {
    private static final int MOST_STEPS = 100;
    /** A step of this length is as good as the last one: what is left is about its square. */
    private static final double NEAR = 1e-6;

    private static final double SINGULAR = 1e-14;

    private final double[] means;
    private final double[] deviations;
    private final List<Trials> trials = new ArrayList<>();

    /**
     * What is believed before any trial.
     *
     * @param deviations above 0
     */
    public BayesianLogistic(double[] means, double[] deviations) {
        if (means.length != deviations.length || Arrays.stream(deviations).anyMatch(d -> !(d > 0))) {
            throw new IllegalArgumentException(
                    "A mean and a deviation above 0 for each coefficient, not " + Arrays.toString(deviations));
        }
        this.means = means.clone();
        this.deviations = deviations.clone();
    }

    /**
     * Alike trials.
     *
     * @param of what is known of them
     * @param count n
     * @param taken y, how many of them succeeded
     */
    private record Trials(Terms of, double count, double taken) {}

    /**
     * What is known of one case: its offset and its x that are not 0.
     *
     * @param at the coefficient of each x
     */
    @SuppressWarnings("ArrayRecordComponent") // many, and never compared
    public record Terms(double offset, int[] at, double[] x) {
        double eta(double[] beta) {
            double eta = offset;
            for (int i = 0; i < at.length; i++) {
                eta += x[i] * beta[at[i]];
            }
            return eta;
        }

        /** Adds weight · x to a vector. */
        private void addTo(double[] vector, double weight) {
            for (int i = 0; i < at.length; i++) {
                vector[at[i]] += weight * x[i];
            }
        }

        /** Adds weight · xx' to the lower half of a matrix. */
        private void addTo(double[][] matrix, double weight) {
            for (int i = 0; i < at.length; i++) {
                double wx = weight * x[i];
                double[] row = matrix[at[i]];
                for (int j = 0; j < at.length; j++) {
                    row[at[j]] += at[j] <= at[i] ? wx * x[j] : 0;
                }
            }
        }
    }

    /** Adds so many trials of which so many succeeded. */
    public void add(Terms of, double count, double taken) {
        trials.add(new Trials(of, count, taken));
    }

    /** What is believed after the trials; without any, what was believed before. */
    public LogisticPosterior posterior() {
        if (means.length == 0) {
            return new LogisticPosterior(means, new double[0][]);
        }
        double[] beta = means.clone();
        RealMatrix covariance = covariance(beta);
        for (int i = 0; i < MOST_STEPS && !trials.isEmpty(); i++) {
            double[] step = covariance.operate(gradient(beta));
            boolean last = Arrays.stream(step).allMatch(s -> Math.abs(s) < NEAR);
            beta = last ? moved(beta, step, 1) : uphill(beta, step);
            covariance = covariance(beta);
            if (last) {
                return new LogisticPosterior(beta, covariance.getData());
            }
        }
        return new LogisticPosterior(beta, covariance.getData());
    }

    /** The longest of the step, its half, its quarter, … that does not lead down. */
    private double[] uphill(double[] beta, double[] step) {
        double height = logPosterior(beta);
        double share = 1;
        double[] next = moved(beta, step, share);
        while (logPosterior(next) < height && share > NEAR) {
            share /= 2;
            next = moved(beta, step, share);
        }
        return next;
    }

    private static double[] moved(double[] beta, double[] step, double share) {
        double[] next = beta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += share * step[j];
        }
        return next;
    }

    private double logPosterior(double[] beta) {
        double sum = 0;
        for (Trials t : trials) {
            double eta = t.of.eta(beta);
            sum += t.taken * eta - t.count * softplus(eta);
        }
        for (int j = 0; j < beta.length; j++) {
            double z = (beta[j] - means[j]) / deviations[j];
            sum -= z * z / 2;
        }
        return sum;
    }

    private double[] gradient(double[] beta) {
        double[] gradient = new double[beta.length];
        for (Trials t : trials) {
            t.of.addTo(gradient, t.taken - t.count * softplusSlope(t.of.eta(beta)));
        }
        for (int j = 0; j < beta.length; j++) {
            gradient[j] -= (beta[j] - means[j]) / (deviations[j] * deviations[j]);
        }
        return gradient;
    }

    private RealMatrix covariance(double[] beta) {
        double[][] hessian = new double[beta.length][beta.length];
        for (Trials t : trials) {
            double p = softplusSlope(t.of.eta(beta));
            t.of.addTo(hessian, t.count * p * (1 - p));
        }
        for (int j = 0; j < beta.length; j++) {
            hessian[j][j] += 1 / (deviations[j] * deviations[j]);
            for (int i = 0; i < j; i++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(hessian);
        return new CholeskyDecomposition(matrix, SINGULAR, 0).getSolver().getInverse();
    }
}
