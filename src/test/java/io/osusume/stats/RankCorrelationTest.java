package io.osusume.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    private static double of(double[] x, double[] y) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rows[i] = new double[] {x[i], y[i], 1};
        }
        return RankCorrelation.of(rows, 0, 1, 2);
    }

    /** Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6 Σd² / (n (n² − 1)) = 1 − 6 · 4 / 120. */
    @Test
    void withoutTiesItIsTheFormulaOfSquaredDifferences() {
        assertThat(of(new double[] {1, 2, 3, 4, 1e9}, new double[] {20, 10, 40, 30, 50}))
                .isCloseTo(0.8, within(1e-12));
    }

    /** Ranks 1.5 1.5 3 4 against 1 2 3.5 3.5: products 1.5 + .5 + .5 + 1.5 = 4 over √(4.5 · 4.5). */
    @Test
    void tiesShareTheMiddle() {
        assertThat(of(new double[] {7, 7, 8, 9}, new double[] {1, 2, 3, 3})).isCloseTo(4 / 4.5, within(1e-12));
    }

    @Test
    void weightsAreRepetitions() {
        double repeated = of(new double[] {1, 1, 2, 3, 3, 3}, new double[] {5, 5, 4, 9, 9, 9});
        assertThat(RankCorrelation.of(new double[][] {{2, 1, 5}, {1, 2, 4}, {3, 3, 9}}, 1, 2, 0))
                .isCloseTo(repeated, within(1e-12));
    }

    @Test
    void ofValuesThatAreTheSameForAllItIsNothing() {
        assertThat(of(new double[] {3, 3, 3}, new double[] {1, 2, 3})).isZero();
        assertThat(of(new double[0], new double[0])).isZero();
    }
}
