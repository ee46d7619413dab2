package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Latent factors of products: the leading right singular vectors of the customer × product matrix (PureSVD; Cremonesi, Koren
 * & Turrin 2010), found by subspace iteration with a fixed start (Halko, Martinsson & Tropp 2011), so that a customer's score
 * of a product is (w V) · V_i with w the customer's row. Each window of the past needs its own factors, as of its start, so
 * they must be quick to find.
 *
 * @param vectors per product its factors, the strongest first
 * @param strengths the singular values, descending
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Factors(float[][] vectors, double[] strengths) implements Serializable {
    /** Columns beside those wanted: the last ones come out the less exact, and are thrown away (5 to 10 by Halko et al.). */
    private static final int OVERSAMPLE = 8;
    /** Multiplications by AᵀA: each shrinks the share of a direction of strength σ beyond the width by (σ/σ_wanted)². */
    private static final int ITERATIONS = 8;

    /**
     * Rows of a sparse matrix in both directions.
     *
     * @param baskets where it is not 0
     * @param weights its values, per basket in the order of the basket's products
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Matrix(PurchaseSets baskets, float[][] weights) {
        /** Its values by product, in the order of the product's baskets. */
        float[][] turned() {
            int[][] holders = baskets.holders();
            float[][] turned = new float[holders.length][];
            for (int p = 0; p < holders.length; p++) {
                turned[p] = new float[holders[p].length];
            }
            int[] filled = new int[holders.length];
            for (int b = 0; b < weights.length; b++) {
                for (int i = 0; i < weights[b].length; i++) {
                    int p = baskets.products()[b][i];
                    turned[p][filled[p]++] = weights[b][i];
                }
            }
            return turned;
        }
    }

    static Factors of(Matrix matrix, int rank, long seed) {
        int[][] holders = matrix.baskets().holders();
        int held = (int) Arrays.stream(holders).filter(h -> h.length > 0).count();
        int most = Math.min(held, matrix.baskets().products().length);
        int wanted = Math.min(rank, most);
        if (wanted == 0) {
            return new Factors(new float[holders.length][0], new double[0]);
        }
        int width = Math.min(wanted + OVERSAMPLE, most);
        double[][] q = start(holders, width, seed);
        Orthonormal.columns(q);
        float[][] turned = matrix.turned();
        double[][] z = gram(matrix, turned, q, width);
        for (int i = 1; i < ITERATIONS; i++) {
            q = z;
            Orthonormal.columns(q);
            z = gram(matrix, turned, q, width);
        }
        return rotated(q, z, wanted);
    }

    /** Products that nobody has yet draw no numbers: which of them the catalogue lists changes nothing. */
    private static double[][] start(int[][] holders, int width, long seed) {
        Random random = new Random(seed);
        double[][] q = new double[holders.length][width];
        for (int p = 0; p < holders.length; p++) {
            for (int j = 0; holders[p].length > 0 && j < width; j++) {
                q[p][j] = random.nextGaussian();
            }
        }
        return q;
    }

    /** AᵀA q, row by row, so that the result does not depend on how the rows are shared out. */
    private static double[][] gram(Matrix matrix, float[][] turned, double[][] q, int width) {
        int[][] products = matrix.baskets().products();
        double[][] aq = new double[products.length][width];
        IntStream.range(0, products.length).parallel().forEach(b -> {
            for (int i = 0; i < products[b].length; i++) {
                add(aq[b], q[products[b][i]], matrix.weights()[b][i]);
            }
        });
        double[][] z = new double[q.length][width];
        IntStream.range(0, q.length).parallel().forEach(p -> {
            int[] holders = matrix.baskets().holders()[p];
            for (int i = 0; i < holders.length; i++) {
                add(z[p], aq[holders[i]], turned[p][i]);
            }
        });
        return z;
    }

    private static void add(double[] to, double[] row, double weight) {
        for (int j = 0; j < to.length; j++) {
            to[j] += weight * row[j];
        }
    }

    /** Rayleigh–Ritz: the eigenvectors of qᵀ(AᵀA)q, largest first, turn q into singular vectors. */
    private static Factors rotated(double[][] q, double[][] z, int wanted) {
        int width = q[0].length;
        double[][] small = new double[width][width];
        for (int p = 0; p < q.length; p++) {
            for (int i = 0; i < width; i++) {
                add(small[i], z[p], q[p][i]);
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                small[i][j] = small[j][i] = (small[i][j] + small[j][i]) / 2;
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(small));
        float[][] vectors = new float[q.length][wanted];
        double[] strengths = new double[wanted];
        for (int k = 0; k < wanted; k++) {
            double[] e = eigen.getEigenvector(k).toArray();
            strengths[k] = Math.sqrt(Math.max(0, eigen.getEigenvalue(k)));
            for (int p = 0; p < q.length; p++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += q[p][i] * e[i];
                }
                vectors[p][k] = (float) sum;
            }
        }
        return new Factors(vectors, strengths);
    }

    int rank() {
        return strengths.length;
    }

    /** w V: what a customer's products have in common. */
    float[] profile(int[] products, float[] weights) {
        float[] profile = new float[rank()];
        for (int i = 0; i < products.length; i++) {
            for (int k = 0; k < profile.length; k++) {
                profile[k] += weights[i] * vectors[products[i]][k];
            }
        }
        return profile;
    }

    /** (w V) · V_i over the first {@code rank} factors. */
    float score(float[] profile, int product, int rank) {
        float sum = 0;
        for (int k = 0; k < Math.min(rank, profile.length); k++) {
            sum += profile[k] * vectors[product][k];
        }
        return sum;
    }
}
