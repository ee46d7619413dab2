package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfSummaryTest {
    /** Mean absolute difference of all pairs ÷ twice the mean, of the same figures. */
    private static double brute(double... x) {
        double differences = 0;
        double sum = 0;
        for (double a : x) {
            sum += a;
            for (double b : x) {
                differences += Math.abs(a - b);
            }
        }
        return differences / (2 * x.length * sum);
    }

    @Test
    void giniIsThatOfAllPairs() {
        assertThat(ShelfSummary.gini(List.of(9L, 4L, 4L, 1L), 6)).isCloseTo(brute(9, 4, 4, 1, 0, 0), within(1e-12));
        assertThat(ShelfSummary.gini(List.of(3L, 3L, 3L), 3)).isZero();
        assertThat(ShelfSummary.gini(List.of(5L), 100)).isCloseTo(.99, within(1e-12));
        assertThat(ShelfSummary.gini(List.of(), 10)).isZero();
    }
}
