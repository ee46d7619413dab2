package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricsTest {
    /** Bought 2, 5, 9; shown 5, 1, 9, 3: hits at places 1 and 3. DCG = 1 + 1/2; ideal = 1 + 1/log₂3 + 1/2 = 2.1309. */
    @Test
    void twoHitsOfThree() {
        Metrics metrics = Metrics.of(new int[] {5, 1, 9, 3}, 4, new int[] {2, 5, 9}, new double[] {7, 20, 3});
        assertThat(metrics.hit()).isEqualTo(1);
        assertThat(metrics.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(metrics.precision()).isEqualTo(0.5);
        assertThat(metrics.ndcg()).isCloseTo(1.5 / 2.130929753571457, within(1e-12));
        assertThat(metrics.revenue()).isEqualTo(23);
    }

    /** Only the first two places count: the ideal is then 1 + 1/log₂3 = 1.6309, the gain 1. */
    @Test
    void placesBeyondTheTopDoNotCount() {
        Metrics metrics = Metrics.of(new int[] {5, 1, 9, 3}, 2, new int[] {2, 5, 9}, new double[3]);
        assertThat(metrics.recall()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(metrics.ndcg()).isCloseTo(1 / 1.6309297535714573, within(1e-12));
    }

    @Test
    void aShortRankingMissesTheRest() {
        Metrics metrics = Metrics.of(new int[] {4}, 10, new int[] {4}, new double[] {2});
        assertThat(metrics.precision()).isEqualTo(0.1);
        assertThat(metrics.ndcg()).isEqualTo(1);
        assertThat(Metrics.of(new int[0], 10, new int[] {4}, new double[] {2})).isEqualTo(new Metrics(0, 0, 0, 0, 0));
    }

    @Test
    void nothingBoughtCannotBeJudged() {
        assertThatThrownBy(() -> Metrics.of(new int[] {1}, 10, new int[0], new double[0]))
                .hasMessage("nothing was bought: no ranking can be judged by it");
    }
}
