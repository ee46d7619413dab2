package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published figures on the CDNOW sample: Fader, Hardie & Lee 2005, Batislam et al. 2007, Fader & Hardie 2013. */
class PublishedFitsTest {
    private static final List<Cdnow> ROWS = Cdnow.read();
    private static final PurchaseHistories HISTORIES = Cdnow.histories(ROWS);
    private static final double HOLDOUT_WEEKS = 39;

    /** Model, parameters, log-likelihood, forecast ÷ actual, mean absolute error. */
    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(BetaGeometricNbd.BG, new double[] {.2426, 4.4135, .7929, 2.4258}, new double[] {
                    -9582.43, .879, .786
                }),
                Arguments.of(BetaGeometricNbd.MBG, new double[] {.5248, 6.183, .8914, 1.614}, new double[] {
                    -9582.13, .838, .765
                }),
                Arguments.of(ParetoNbd.INSTANCE, new double[] {.5533, 10.578, .6062, 11.668}, new double[] {
                    -9594.97, .885, .755
                }));
    }

    @ParameterizedTest
    @MethodSource("published")
    void parametersAndForecastsAreThePublishedOnes(PurchaseModel model, double[] parameters, double[] figures) {
        PurchaseFit fit = PurchaseFit.of(model, HISTORIES, 2000);

        assertThat(fit.estimate().converged()).isTrue();
        for (int i = 0; i < parameters.length; i++) {
            // Three significant digits: half a unit of the third one.
            assertThat(fit.estimate().parameters()[i])
                    .as("parameter %d", i)
                    .isCloseTo(parameters[i], Percentage.withPercentage(0.05));
        }
        assertThat(fit.estimate().logLikelihood()).isCloseTo(figures[0], within(0.01));

        double actual = sum(row -> row.later());
        assertThat(actual).isEqualTo(1882);
        double forecast = sum(row -> fit.expected(row.history(), HOLDOUT_WEEKS));
        assertThat(forecast / actual).isCloseTo(figures[1], Percentage.withPercentage(0.5));
        double error = sum(row -> Math.abs(fit.expected(row.history(), HOLDOUT_WEEKS) - row.later()));
        assertThat(error / HISTORIES.customers()).isCloseTo(figures[2], Percentage.withPercentage(0.5));
    }

    @Test
    void theNaiveForecastIsWorse() {
        double error =
                sum(row -> Math.abs(row.history().repeats() / row.history().age() * HOLDOUT_WEEKS - row.later()));
        assertThat(error / HISTORIES.customers()).isCloseTo(1.024, within(0.0005));
    }

    /** The worked example of Fader, Hardie & Lee 2005, with their four-digit parameters. */
    @Test
    void conditionalExpectationIsThePublishedOne() {
        double[] theta = {.2426, 4.4136, .7929, 2.4259};
        PurchaseModel.History customer = new PurchaseModel.History(2, 30.43, 38.86);
        double alive = Math.exp(BetaGeometricNbd.BG.logAlive(customer, theta, new double[4]));
        double expected = BetaGeometricNbd.BG
                .outlook(2, 38.86, theta, DiscountSchedule.until(HOLDOUT_WEEKS))
                .orders();
        assertThat(alive * expected).isCloseTo(1.2259, within(0.00015));

        PurchaseFit fit = PurchaseFit.of(BetaGeometricNbd.BG, HISTORIES, 2000);
        assertThat(fit.expected(customer, HOLDOUT_WEEKS)).isCloseTo(1.2259, within(0.0001));
    }

    @Test
    void gammaGammaIsThePublishedOne() {
        double[][] values = Cdnow.values(ROWS);
        Estimate estimate = GammaGamma.fit(values, values.length);
        assertThat(estimate.converged()).isTrue();
        assertThat(estimate.logLikelihood()).isCloseTo(-4055.92, within(0.01));
        double[] published = {6.250, 3.744, 15.444};
        for (int i = 0; i < 3; i++) {
            assertThat(estimate.parameters()[i]).isCloseTo(published[i], Percentage.withPercentage(0.05));
        }
    }

    /** The trap of counting each distinct history once: orders are forecast far too high. */
    @Test
    void weightsMatter() {
        PurchaseHistories unweighted = PurchaseHistories.of(distinct());
        PurchaseFit fit = PurchaseFit.of(BetaGeometricNbd.MBG, unweighted, 2000);
        double forecast = sum(row -> fit.expected(row.history(), HOLDOUT_WEEKS));
        PurchaseFit right = PurchaseFit.of(BetaGeometricNbd.MBG, HISTORIES, 2000);
        double rightForecast = sum(row -> right.expected(row.history(), HOLDOUT_WEEKS));
        assertThat(forecast / rightForecast).isGreaterThan(1.3);
    }

    /** More distinct rows than the sample: starts come from the sample, the answer from all rows. */
    @Test
    void aSampledStartLeadsToTheSameMaximum() {
        PurchaseFit all = PurchaseFit.of(BetaGeometricNbd.MBG, HISTORIES, 2000);
        PurchaseFit sampled = PurchaseFit.of(BetaGeometricNbd.MBG, HISTORIES, 200);
        assertThat(HISTORIES.sample(200).size()).isLessThanOrEqualTo(200);
        assertThat(HISTORIES.sample(200).customers()).isCloseTo(2357, within(1e-6));
        assertThat(sampled.estimate().logLikelihood()).isCloseTo(all.estimate().logLikelihood(), within(1e-4));
    }

    private static double[][] distinct() {
        return ROWS.stream()
                .map(Cdnow::history)
                .distinct()
                .map(h -> new double[] {h.repeats(), h.last(), h.age(), 1})
                .toArray(double[][]::new);
    }

    private static double sum(ToDoubleFunction<Cdnow> figure) {
        return ROWS.stream()
                .mapToDouble(row -> row.customers() * figure.applyAsDouble(row))
                .sum();
    }
}
