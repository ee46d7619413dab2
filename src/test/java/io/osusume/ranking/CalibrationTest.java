package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.ranking.backtest.Reliability;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Two margins with shares of 1/4 and 3/4 bought: log odds ±ln 3, so slope ln 3 on margins ±1. */
    @Test
    void twoGroupsGiveTheirLogOdds() {
        double[] margin = {-1, 1};
        Calibration fit = Calibration.fit(margin, new double[] {0.25, 0.75}, new double[] {1e6, 1e6});
        assertThat(fit.slope()).isCloseTo(Math.log(3), within(1e-4));
        assertThat(fit.intercept()).isCloseTo(0, within(1e-4));
        assertThat(fit.probability(1)).isCloseTo(0.75, within(1e-4));
    }

    @Test
    void labelsAllAlikeStayFinite() {
        double[] margins = {-2, -1, 0, 1};
        Calibration fit = Calibration.fit(margins, new double[4], new double[] {1, 1, 1, 1});
        assertThat(fit.probability(0)).isFinite().isLessThan(0.2);
        assertThat(Arrays.stream(margins).map(fit::probability)).allMatch(Double::isFinite);
    }

    @Test
    void reliabilityIsThatOfTheHand() {
        // Candidates .5 (bought), .25 (not), .25 (not): Σp = 1, Σy = 1, Σ(p − y)² = .375; base n·ȳ(1 − ȳ) = 2/3.
        Reliability told = new Reliability(3, 1, 1, 0.375);
        assertThat(told.ratio()).isEqualTo(1);
        assertThat(told.brierSkill()).isCloseTo(1 - 0.375 * 1.5, within(1e-12));
        assertThat(Reliability.NONE.ratio()).isNull();
        assertThat(Reliability.NONE.brierSkill()).isNull();
    }
}
