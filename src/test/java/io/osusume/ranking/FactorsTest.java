package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
