package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final History A = SmallShop.four().get(0);

    @Test
    void newIsWhatWasNeverBoughtBefore() {
        History again = SmallShop.history(
                "x", new int[] {1, 0, 7}, new int[] {5, 1, 7}, new int[] {5, 1, 3}, new int[] {6, 2, 3}, new int[] {
                    9, 3, 1
                });
        assertThat(again.newIn(5, 9)).containsExactly(3);
        assertThat(again.spentOnNew(5, 9)).containsExactly(20);
        assertThat(again.newIn(5, 10)).containsExactly(1, 3);
        assertThat(again.newIn(2, 5)).isEmpty();
    }

    @Test
    void onlyEarlierDaysAreKnown() {
        assertThat(A.before(10)).isZero();
        assertThat(A.before(11)).isEqualTo(3);
        assertThat(A.boughtBefore(90).product()).containsExactly(0, 1, 4);
        assertThat(A.boughtBefore(91).product()).containsExactly(0, 1, 2, 4);
    }
}
