package io.osusume.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values 7, 3, 7 and 9, seen twice, once, once and three times: 3 7 7 7 9 9 9. */
class WeightedValuesTest {
    private static final WeightedValues VALUES =
            WeightedValues.of(new double[][] {{2, 7}, {1, 3}, {1, 7}, {3, 9}}, 1, 0);

    @Test
    void differentValuesStandInOrderWithWhatLiesBelow() {
        assertThat(VALUES.all()).isEqualTo(7);
        assertThat(VALUES.size()).isEqualTo(3);
        assertThat(new double[] {VALUES.value(0), VALUES.value(1), VALUES.value(2)})
                .containsExactly(3, 7, 9);
        assertThat(new double[] {VALUES.below(0), VALUES.below(1), VALUES.below(2)})
                .containsExactly(0, 1, 4);
    }

    @Test
    void ranksAreTheMiddleOfThoseOfEqualValues() {
        assertThat(new double[] {VALUES.rank(3), VALUES.rank(7), VALUES.rank(9)})
                .containsExactly(1, 3, 6);
    }
}
