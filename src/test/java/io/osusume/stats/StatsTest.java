package io.osusume.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatsTest {
    @Test
    void logitAndExpitAreEachOthersInverse() {
        assertThat(Logistic.logit(0.8)).isCloseTo(Math.log(4), within(1e-15));
        assertThat(Logistic.expit(Math.log(4))).isCloseTo(0.8, within(1e-15));
        assertThat(Logistic.expit(-Math.log(4))).isCloseTo(0.2, within(1e-15));
        assertThat(Logistic.expit(-1000)).isZero();
        assertThat(Logistic.expit(1000)).isEqualTo(1);
    }

    @Test
    void softplusLosesNoDigitsOnEitherSide() {
        assertThat(Logistic.softplus(0)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Logistic.softplus(-50)).isCloseTo(Math.exp(-50), within(1e-36));
        assertThat(Logistic.softplus(800)).isEqualTo(800);
        assertThat(Logistic.softplusSlope(-Math.log(4))).isCloseTo(0.2, within(1e-15));
        assertThat(Logistic.softplusSlope(Math.log(4))).isCloseTo(0.8, within(1e-15));
        assertThat(Logistic.softplusSlope(-1000)).isZero();
    }

    /** 100 in four years at 10 %: 100 / 1.4641. */
    @Test
    void discountsByYearsOf365AndAQuarterDays() {
        assertThat(100 * Discount.factor(1461, 0.1)).isCloseTo(68.3013455365, within(1e-9));
        assertThat(Discount.factor(1000, 0)).isEqualTo(1);
    }

    /** ρ = 0.2 is κ = 4; differences below chance and beyond all reason are kept within the limits. */
    @Test
    void strengthIsKeptWithinItsLimits() {
        assertThat(BetaBinomial.strength(0.2, 0.5, 1000)).isCloseTo(4, within(1e-12));
        assertThat(BetaBinomial.strength(-0.1, 0.5, 1000)).isEqualTo(1000);
        assertThat(BetaBinomial.strength(0.0001, 0.5, 1000)).isEqualTo(1000);
        assertThat(BetaBinomial.strength(0.9, 0.5, 1000)).isEqualTo(0.5);
    }

    /** As R's quantile(c(1, 2, 4, 8), c(0, .5, .9, 1)), and its qnorm(.975). */
    @Test
    void quantilesAreThoseOfR() {
        double[] values = {1, 2, 4, 8};
        assertThat(Quantiles.interpolated(values, 0)).isEqualTo(1);
        assertThat(Quantiles.interpolated(values, 0.5)).isEqualTo(3);
        assertThat(Quantiles.interpolated(values, 0.9)).isCloseTo(6.8, within(1e-12));
        assertThat(Quantiles.interpolated(values, 1)).isEqualTo(8);
        assertThat(Quantiles.twoSided(0.95)).isCloseTo(1.959963984540054, within(1e-12));
    }

    /** (β+t−1)/(α+β+t−1) with the parameters of Fader & Hardie 2007 for High End. */
    @Test
    void retentionRisesWithTenure() {
        double first = ShiftedBetaGeometric.retention(1, 0.668, 3.806);
        double second = ShiftedBetaGeometric.retention(2, 0.668, 3.806);
        assertThat(first).isCloseTo(3.806 / 4.474, within(1e-12));
        assertThat(second).isCloseTo(4.806 / 5.474, within(1e-12)).isGreaterThan(first);
    }
}
