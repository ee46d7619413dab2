package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaExpectationTest {

    /**
     * The same figure as a sum: would-be orders N are negative binomial (c, z = τ/(1+τ)), each is made while all before it
     * were survived: Σ_j E[(1−p)^j] P(N > j). All terms are positive, none cancels.
     */
    private static double bySum(double a, double b, double c, double tau) {
        double z = tau / (1 + tau);
        double logPmf = c * Math.log1p(-z);
        double tail = 1;
        double survive = 1;
        double sum = 0;
        for (int j = 0; j < 3_000_000; j++) {
            tail -= Math.exp(logPmf);
            if (tail <= 1e-13 && j > c * tau) {
                break;
            }
            sum += survive * tail;
            survive *= (b + j) / (a + b + j);
            logPmf += Math.log((c + j) / (j + 1) * z);
        }
        return sum;
    }

    private static double computed(double a, double b, double c, double tau) {
        BetaExpectation e = new BetaExpectation(a, b, c, DiscountSchedule.until(tau * 10));
        e.integrate(10);
        assertThat(e.discounted()).isEqualTo(e.orders());
        return e.orders();
    }

    @ParameterizedTest
    @CsvSource({
        "0.79, 2.43, 0.24, 1",
        "0.79, 4.43, 2.24, 0.9",
        "1, 2.4, 3.2, 0.5",
        "1.0000001, 2.4, 3.2, 0.5",
        "0.01, 0.2, 0.05, 8.5",
        "5, 0.1, 1, 2",
        "1e-5, 3, 2, 1",
        "200, 900, 12, 0.3",
        "1e5, 1e5, 3, 1",
        "0.9, 1002, 1000.5, 0.7",
        "0.9, 10002, 10000.5, 1.3",
        "3, 1.6, 1e4, 0.001",
        "0.5, 1.5, 0.3, 100"
    })
    void agreesWithTheSum(double a, double b, double c, double tau) {
        assertThat(computed(a, b, c, tau)).isCloseTo(bySum(a, b, c, tau), Percentage.withPercentage(1e-6));
    }

    /** Fader, Hardie & Lee 2005, equation 10, with the Gauss series of 2F1. */
    @Test
    void agreesWithThePublishedClosedForm() {
        double a = 0.7929;
        double b = 2.4259 + 2;
        double c = 0.2426 + 2;
        double tau = 39 / (4.4136 + 38.86);
        double z = tau / (1 + tau);
        double term = 1;
        double series = 1;
        for (int j = 0; j < 500; j++) {
            term *= (c + j) * (b + j) / (a + b - 1 + j) / (j + 1) * z;
            series += term;
        }
        double closed = (a + b - 1) / (a - 1) * (1 - Math.pow(1 + tau, -c) * series);
        assertThat(computed(a, b, c, tau)).isCloseTo(closed, Percentage.withPercentage(1e-8));
    }

    /** Nobody leaves (a → 0): the plain gamma–Poisson forecast c·τ. Everybody leaves (b → 0): P(at least one order). */
    @Test
    void limitsAreRight() {
        assertThat(computed(1e-9, 5, 2, 0.7)).isCloseTo(1.4, within(1e-7));
        assertThat(computed(5, 1e-9, 2, 0.7)).isCloseTo(1 - Math.pow(1.7, -2), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "mbg, 0.52, 43, 0.89, 1.6, 0, 0",
        "mbg, 0.52, 43, 0.89, 1.6, 3, 400",
        "bg, 2.1, 0.5, 1, 30, 12, 10",
        "pareto, 0.55, 74, 0.6, 82, 2, 200",
        "pareto, 1.5, 74, 1, 82, 2, 0",
        "mbg, 0.52, 43, 0.02, 1.6, 1000, 3"
    })
    void gradientsAgreeWithDifferences(
            String name, double t0, double t1, double t2, double t3, int repeats, double age) {
        PurchaseModel model = name.equals("pareto")
                ? ParetoNbd.INSTANCE
                : name.equals("bg") ? BetaGeometricNbd.BG : BetaGeometricNbd.MBG;
        double[] theta = {t0, t1, t2, t3};
        DiscountSchedule horizon = DiscountSchedule.of(365, 30, 0.1);
        PurchaseModel.History history = new PurchaseModel.History(repeats, age / 3, age);
        double[] alive = new double[4];
        model.logAlive(history, theta, alive);
        FutureOrders outlook = model.outlook(repeats, age, theta, horizon);
        assertThat(outlook.discounted()).isLessThan(outlook.orders()).isGreaterThan(outlook.orders() / 1.1);
        for (int i = 0; i < 4; i++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] *= Math.exp(1e-4);
            down[i] *= Math.exp(-1e-4);
            double slope =
                    (model.logAlive(history, up, new double[4]) - model.logAlive(history, down, new double[4])) / 2e-4;
            assertThat(alive[i]).isCloseTo(slope, within(1e-6));
            double change = Math.log(model.outlook(repeats, age, up, horizon).discounted()
                            / model.outlook(repeats, age, down, horizon).discounted())
                    / 2e-4;
            assertThat(outlook.logGradient(i)).isCloseTo(change, within(1e-6));
        }
    }

    /** Discounting by hand: two periods, all of each period's orders at its end. */
    @Test
    void discountsAtTheEndOfEachPeriod() {
        double[] theta = {0.52, 43, 0.89, 1.6};
        double half = BetaGeometricNbd.MBG
                .outlook(2, 100, theta, DiscountSchedule.until(182.625))
                .orders();
        double year = BetaGeometricNbd.MBG
                .outlook(2, 100, theta, DiscountSchedule.until(365.25))
                .orders();
        double discounted = BetaGeometricNbd.MBG
                .outlook(2, 100, theta, DiscountSchedule.of(365.25, 182.625, 0.21))
                .discounted();
        assertThat(discounted).isCloseTo(half / 1.1 + (year - half) / 1.21, within(1e-12));
    }
}
