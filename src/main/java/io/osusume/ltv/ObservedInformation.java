package io.osusume.ltv;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/** Observed information, −d² ln L / d(ln θ)² per observation, by central differences of the analytic gradient. */
final class ObservedInformation {
    private static final double DIFFERENCE = 1e-4;
    private static final double SMALLEST = 1e-14;

    /** The gradient per observation at a point. */
    interface Gradient {
        double[] at(double[] point);
    }

    private final double[] eigenvalues;
    private final RealMatrix eigenvectors;

    private ObservedInformation(double[][] matrix) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix));
        this.eigenvalues = eigen.getEigenvalues();
        this.eigenvectors = eigen.getV();
    }

    static ObservedInformation at(double[] point, Gradient gradient) {
        int n = point.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = moved(point, i, DIFFERENCE, gradient);
            double[] down = moved(point, i, -DIFFERENCE, gradient);
            for (int j = 0; j < n; j++) {
                double slope = (down[j] - up[j]) / (2 * DIFFERENCE);
                matrix[i][j] += slope / 2;
                matrix[j][i] += slope / 2;
            }
        }
        return new ObservedInformation(matrix);
    }

    private static double[] moved(double[] point, int index, double by, Gradient gradient) {
        double[] there = point.clone();
        there[index] += by;
        return gradient.at(there);
    }

    boolean positiveDefinite() {
        for (double eigenvalue : eigenvalues) {
            if (!(eigenvalue > SMALLEST)) {
                return false;
            }
        }
        return true;
    }

    /** Newton's direction; eigenvalues of the wrong sign are turned round, so that it leads upwards everywhere. */
    double[] solve(double[] gradient) {
        double[] step = new double[gradient.length];
        for (int k = 0; k < gradient.length; k++) {
            double along = along(k, gradient) / Math.max(Math.abs(eigenvalues[k]), SMALLEST);
            for (int i = 0; i < gradient.length; i++) {
                step[i] += along * eigenvectors.getEntry(i, k);
            }
        }
        return step;
    }

    /** g' I⁻¹ g / 2: the log-likelihood per observation that Newton's step would still gain. */
    double decrement(double[] gradient) {
        double[] step = solve(gradient);
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += step[i] * gradient[i] / 2;
        }
        return sum;
    }

    private double along(int k, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += eigenvectors.getEntry(i, k) * gradient[i];
        }
        return sum;
    }

    /** I⁻¹ / n: covariance of the log parameters. */
    double[][] covariance(double observations) {
        int n = eigenvalues.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[i][j] += eigenvectors.getEntry(i, k)
                            * eigenvectors.getEntry(j, k)
                            / Math.max(eigenvalues[k], SMALLEST)
                            / observations;
                }
            }
        }
        return covariance;
    }
}
