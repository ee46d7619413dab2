package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class OrthonormalTest {
    /** (3, 4) and (4, −3)·2 + (3, 4): Gram–Schmidt by hand gives (0.6, 0.8) and (0.8, −0.6). */
    @Test
    void isGramSchmidtInTwoDimensions() {
        double[][] q = {{3, 11}, {4, -2}};
        Orthonormal.columns(q);
        double[][] byHand = {{.6, .8}, {.8, -.6}};
        for (int i = 0; i < 2; i++) {
            assertThat(q[i]).containsExactly(byHand[i], within(1e-14));
        }
    }

    /** More rows than are added up at once, columns of very different length that nearly lie along each other. */
    @Test
    void columnsAreOrthonormalAndSpanTheSame() {
        Random random = new Random(3);
        double[][] q = new double[1500][12];
        for (double[] row : q) {
            double common = random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.pow(10, j - 6.0) * (common + 1e-2 * random.nextGaussian());
            }
        }
        RealMatrix a = new Array2DRowRealMatrix(q);
        Orthonormal.columns(q);
        RealMatrix ours = new Array2DRowRealMatrix(q);
        assertIdentity(ours.transpose().multiply(ours), 12);
        // The first j columns of both span the same for every j, so they are the same up to the sign.
        RealMatrix theirs = new QRDecomposition(a).getQ().getSubMatrix(0, 1499, 0, 11);
        RealMatrix overlap = ours.transpose().multiply(theirs);
        for (int j = 0; j < 12; j++) {
            assertThat(Math.abs(overlap.getEntry(j, j))).isCloseTo(1, within(1e-10));
        }
    }

    @Test
    void aColumnWithoutADirectionOfItsOwnBecomesZero() {
        double[][] q = {{1, 2, 1}, {1, 2, -1}, {0, 0, 0}, {1, 2, 0}};
        Orthonormal.columns(q);
        assertThat(Arrays.stream(q).mapToDouble(row -> row[1])).containsOnly(0.0);
        assertThat(Arrays.stream(q).mapToDouble(row -> row[0] * row[0]).sum()).isCloseTo(1, within(1e-14));
        assertThat(Arrays.stream(q).mapToDouble(row -> row[2] * row[2]).sum()).isCloseTo(1, within(1e-14));
        assertThat(q[2]).containsOnly(0.0);
    }

    private static void assertIdentity(RealMatrix matrix, int width) {
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                assertThat(matrix.getEntry(i, j)).as("%d, %d", i, j).isCloseTo(i == j ? 1 : 0, within(1e-13));
            }
        }
    }
}
