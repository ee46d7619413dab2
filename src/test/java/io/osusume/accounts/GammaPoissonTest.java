package io.osusume.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GammaPoissonTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-12);

    @Test
    void theTailIsThatOfTheNegativeBinomial() {
        // Gamma(2, 28) and 28 days: r = 2, success 1/2: P(0), P(1), P(2) = 1/4, 1/4, 3/16.
        GammaPoisson rate = new GammaPoisson(2, 28);
        assertThat(rate.tail(0, 28)).isEqualTo(1);
        assertThat(rate.tail(1, 28)).isCloseTo(0.75, NEAR);
        assertThat(rate.tail(3, 28)).isCloseTo(0.3125, NEAR);
        assertThat(rate.expected(28)).isCloseTo(2, NEAR);
    }

    @Test
    void theTailAgreesWithASumOfTermsAndFallsWithTheCount() {
        GammaPoisson rate = new GammaPoisson(0.7, 50);
        double success = 50.0 / (50 + 28);
        double term = Math.pow(success, 0.7);
        double below = 0;
        for (int x = 0; x < 60; x++) {
            assertThat(rate.tail(x, 28)).isCloseTo(1 - below, Offset.offset(1e-10));
            assertThat(rate.tail(x + 0.5, 28)).isBetween(rate.tail(x + 1, 28), rate.tail(x, 28));
            below += term;
            term *= (0.7 + x) / (x + 1) * (1 - success);
        }
        assertThat(rate.tail(1e6, 28)).isPositive();
    }

    @Test
    void momentsGiveThePrior() {
        // Mean 6 and variance 18 in 168 days: α = 36/12, β = 3 · 168/6.
        assertThat(GammaPoisson.ofMoments(6, 18, 168)).isEqualTo(new GammaPoisson(3, 84));
        // No more variance than Poisson: accounts are alike.
        assertThat(GammaPoisson.ofMoments(6, 5, 168).shape()).isEqualTo(1000);
        assertThat(new GammaPoisson(3, 84).after(4, 168)).isEqualTo(new GammaPoisson(7, 252));
    }
}
