package io.osusume.effects;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** Least squares of the outcome on the covariates, within one arm. */
final class Regression {
    private static final double SAME = 1e-9;

    private final double[] slopes;
    private final int rank;

    private Regression(double[] slopes, int rank) {
        this.slopes = slopes;
        this.rank = rank;
    }

    /**
     * Of covariates that tell the same, or nothing, the shortest answer (pseudo-inverse).
     *
     * @param k how many of the covariates are used, the first ones; 0: none
     */
    static Regression of(Moments arm, int k) {
        if (k == 0) {
            return new Regression(new double[0], 0);
        }
        double[] scale = scale(arm, k);
        RealMatrix products = MatrixUtils.createRealMatrix(k, k);
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            right[i] = scale[i] * arm.centred(i + 1, arm.covariates() + 1);
            for (int j = 0; j < k; j++) {
                products.setEntry(i, j, scale[i] * scale[j] * arm.centred(i + 1, j + 1));
            }
        }
        SingularValueDecomposition decomposed = new SingularValueDecomposition(products);
        double[] beta = decomposed.getSolver().solve(new ArrayRealVector(right)).toArray();
        for (int i = 0; i < k; i++) {
            beta[i] *= scale[i];
        }
        return new Regression(beta, decomposed.getRank());
    }

    /** R² of the outcome on all covariates. */
    static double told(Moments arm) {
        int k = arm.covariates();
        double all = arm.centred(k + 1, k + 1);
        double[] beta = of(arm, k).slopes();
        double explained = 0;
        for (int i = 0; i < k; i++) {
            explained += beta[i] * arm.centred(i + 1, k + 1);
        }
        return all <= 0 ? 0 : Math.max(0, Math.min(1, explained / all));
    }

    /** One ÷ the length of each covariate about its mean; 0 where it is constant. */
    private static double[] scale(Moments arm, int k) {
        double[] scale = new double[k];
        for (int i = 0; i < k; i++) {
            double squares = arm.centred(i + 1, i + 1);
            double mean = arm.mean(i);
            scale[i] = squares <= SAME * arm.customers() * mean * mean ? 0 : 1 / Math.sqrt(squares);
        }
        return scale;
    }

    double[] slopes() {
        return slopes.clone();
    }

    /** How many covariates tell something of their own. */
    int rank() {
        return rank;
    }
}
