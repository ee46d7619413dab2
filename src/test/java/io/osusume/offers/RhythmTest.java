package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {
    @Test
    void intervalsThatHalveEachTimeGoOnHalving() {
        // 64, 32, 16, 8 days: the fit is exact, the next interval 4.
        Rhythm rhythm = Rhythm.of(List.of(0, 64, 96, 112, 120)).orElseThrow();
        assertThat(rhythm.intervalDays()).isCloseTo(4, within(1e-9));
        assertThat(rhythm.needDay()).isEqualTo(124);
        assertThat(rhythm.speedUp()).isCloseTo(8, within(1e-9));
    }

    @Test
    void aSteadyRhythmGoesOn() {
        Rhythm rhythm = Rhythm.of(List.of(0, 30, 60, 90)).orElseThrow();
        assertThat(rhythm.intervalDays()).isCloseTo(30, within(1e-9));
        assertThat(rhythm.speedUp()).isCloseTo(1, within(1e-9));
    }

    @Test
    void twoDaysTellNoRhythm() {
        assertThat(Rhythm.of(List.of(0, 30))).isEmpty();
    }
}
