package io.osusume.ltv;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Observed information, −d² ln L / d(ln θ)² per observation, by central differences of the analytic gradient. Parameters at
 * their bound count as known and are left out.
 */
final class Information {
    private static final double DIFFERENCE = 1e-4;
    private static final double SMALLEST = 1e-12;

    /** The gradient per observation at a point. */
    interface Gradient {
        double[] at(double[] point);
    }

    private final int dimension;
    private final int[] free;
    private final RealVector eigenvalues;
    private final RealMatrix eigenvectors;

    private Information(int dimension, int[] free, RealMatrix matrix) {
        this.dimension = dimension;
        this.free = free;
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        this.eigenvalues = new ArrayRealVector(eigen.getEigenvalues());
        this.eigenvectors = eigen.getV();
    }

    static Information at(double[] point, Gradient gradient) {
        int[] free = IntStream.range(0, point.length)
                .filter(i -> !Clamp.atBound(point[i]))
                .toArray();
        double[][] rows = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            double[] up = moved(point, free[i], DIFFERENCE, gradient);
            double[] down = moved(point, free[i], -DIFFERENCE, gradient);
            for (int j = 0; j < free.length; j++) {
                double slope = (down[free[j]] - up[free[j]]) / (2 * DIFFERENCE);
                rows[i][j] += slope / 2;
                rows[j][i] += slope / 2;
            }
        }
        // With every parameter at its bound nothing is left to invert: a 1 × 1 stand-in that no result uses.
        return new Information(
                point.length, free, new Array2DRowRealMatrix(free.length == 0 ? new double[][] {{1}} : rows));
    }

    private static double[] moved(double[] point, int index, double by, Gradient gradient) {
        double[] there = point.clone();
        there[index] += by;
        return gradient.at(there);
    }

    boolean positiveDefinite() {
        return eigenvalues.getMinValue() > SMALLEST;
    }

    /** Newton's direction; eigenvalues of the wrong sign are turned round, so that it leads upwards everywhere. */
    double[] solve(double[] gradient) {
        double[] step = gradient.clone();
        for (int i : free) {
            step[i] = 0;
        }
        for (int k = 0; k < free.length; k++) {
            double along = along(k, gradient) / Math.max(Math.abs(eigenvalues.getEntry(k)), SMALLEST);
            for (int i = 0; i < free.length; i++) {
                step[free[i]] += along * eigenvectors.getEntry(i, k);
            }
        }
        return step;
    }

    /** g' I⁻¹ g / 2 over the free parameters: the log-likelihood per observation that Newton's step would still gain. */
    double decrement(double[] gradient) {
        double sum = 0;
        for (int k = 0; k < free.length; k++) {
            double along = along(k, gradient);
            sum += along * along / Math.max(Math.abs(eigenvalues.getEntry(k)), SMALLEST) / 2;
        }
        return sum;
    }

    private double along(int k, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < free.length; i++) {
            sum += eigenvectors.getEntry(i, k) * gradient[free[i]];
        }
        return sum;
    }

    /** I⁻¹ / n: covariance of the log parameters, 0 for those at their bound. */
    double[][] covariance(double observations) {
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                for (int k = 0; k < free.length; k++) {
                    covariance[free[i]][free[j]] += eigenvectors.getEntry(i, k)
                            * eigenvectors.getEntry(j, k)
                            / Math.max(eigenvalues.getEntry(k), SMALLEST)
                            / observations;
                }
            }
        }
        return covariance;
    }
}
