package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class FactorsTest {
    /** Baskets {0, 1}, {0, 1}, {2}: AᵀA has the eigenvalues 4 (vector (1, 1, 0)/√2), 1 (vector (0, 0, 1)) and 0. */
    @Test
    void singularVectorsOfTwoBlocks() {
        PurchaseSets baskets = PurchaseSets.of(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {2}), 3);
        Factors factors = Factors.of(new Factors.Matrix(baskets, new float[][] {{1, 1}, {1, 1}, {1}}), 2, 7);
        assertThat(factors.strengths()[0]).isCloseTo(2, within(1e-9));
        assertThat(factors.strengths()[1]).isCloseTo(1, within(1e-9));
        // Who has product 0 alone is as near to product 1 as to product 0, and has nothing in common with product 2.
        float[] profile = factors.profile(new int[] {0}, new float[] {1});
        assertThat(factors.score(profile, 0, 2)).isCloseTo(0.5f, within(1e-6f));
        assertThat(factors.score(profile, 1, 2)).isCloseTo(0.5f, within(1e-6f));
        assertThat(factors.score(profile, 2, 2)).isCloseTo(0f, within(1e-6f));
    }

    @Test
    void aMatrixOfOneProductHasOneFactor() {
        PurchaseSets baskets = PurchaseSets.of(List.of(new int[] {0}), 1);
        Factors factors = Factors.of(new Factors.Matrix(baskets, new float[][] {{1}}), 64, 7);
        assertThat(factors.rank()).isEqualTo(1);
        assertThat(Math.abs(factors.vectors()[0][0])).isCloseTo(1f, within(1e-6f));
    }

    /**
     * A random 200 × 80 matrix with ten strong directions over noise, as purchases have, against its full decomposition. The
     * eigenvalue problem is wider than the factors wanted, and one multiplication by AᵀA is far from enough.
     */
    @Test
    void leadingFactorsAreThoseOfTheFullDecomposition() {
        double[][] dense = random(200, 80, 10);
        SingularValueDecomposition full = new SingularValueDecomposition(new Array2DRowRealMatrix(dense));
        Factors factors = Factors.of(sparse(dense), 10, 7);
        assertThat(factors.rank()).isEqualTo(10);
        for (int k = 0; k < 10; k++) {
            assertThat(factors.strengths()[k])
                    .as("singular value %d", k)
                    .isCloseTo(full.getSingularValues()[k], withPercentage(2e-3));
            double along = 0;
            for (int p = 0; p < 80; p++) {
                along += factors.vectors()[p][k] * full.getV().getEntry(p, k);
            }
            assertThat(Math.abs(along)).as("singular vector %d", k).isCloseTo(1, within(1e-4));
        }
    }

    /** Half of the entries are 0; each of the first {@code strong} directions adds to all, each less than the one before. */
    private static double[][] random(int rows, int columns, int strong) {
        Random random = new Random(11);
        double[][] dense = new double[rows][columns];
        double[][] left = normal(random, rows, strong);
        double[][] right = normal(random, columns, strong);
        for (int b = 0; b < rows; b++) {
            for (int p = 0; p < columns; p++) {
                double sum = 0.5 * random.nextGaussian();
                for (int k = 0; k < strong; k++) {
                    sum += (3 - 0.2 * k) * left[b][k] * right[p][k];
                }
                dense[b][p] = random.nextBoolean() ? (float) sum : 0;
            }
        }
        return dense;
    }

    private static double[][] normal(Random random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return values;
    }

    private static Factors.Matrix sparse(double[][] dense) {
        List<int[]> baskets = Arrays.stream(dense)
                .map(row ->
                        IntStream.range(0, row.length).filter(p -> row[p] != 0).toArray())
                .toList();
        float[][] weights = new float[dense.length][];
        for (int b = 0; b < dense.length; b++) {
            weights[b] = new float[baskets.get(b).length];
            for (int i = 0; i < weights[b].length; i++) {
                weights[b][i] = (float) dense[b][baskets.get(b)[i]];
            }
        }
        return new Factors.Matrix(PurchaseSets.of(baskets, dense[0].length), weights);
    }
}
