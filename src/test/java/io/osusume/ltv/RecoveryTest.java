package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.config.LtvConfig;
import java.util.List;
import java.util.Random;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

/**
 * Customers drawn from a model with known parameters, 20 seeds each: the true parameters lie in the 95 % intervals as often
 * as they should, neither less (intervals too narrow) nor always by much (too wide).
 */
@Slow
class RecoveryTest {
    private static final int SEEDS = 20;
    private static final int CUSTOMERS = 2500;
    /** Pareto/NBD takes an integral for each history. */
    private static final int FEWER_CUSTOMERS = 1000;

    @Test
    void mbgNbd() {
        double[] truth = {0.6, 8, 0.9, 2.0};
        check(truth, seed -> PurchaseFit.of(BetaGeometricNbd.MBG, simulate(truth, true, seed), 2000)
                .estimate());
    }

    @Test
    void bgNbd() {
        double[] truth = {0.6, 8, 0.9, 2.0};
        check(truth, seed -> PurchaseFit.of(BetaGeometricNbd.BG, simulate(truth, false, seed), 2000)
                .estimate());
    }

    @Test
    void paretoNbd() {
        double[] truth = {0.8, 6, 0.9, 12};
        check(truth, seed -> PurchaseFit.of(
                        PurchaseModel.of(LtvConfig.Model.PARETO_NBD), simulateLifetimes(truth, seed), 2000)
                .estimate());
    }

    @Test
    void gammaGamma() {
        double[] truth = {6, 4, 15};
        check(truth, seed -> GammaGamma.fit(values(truth, seed), 2000));
    }

    @Test
    void shiftedBetaGeometric() {
        double[] truth = {0.7, 2.5};
        check(truth, seed -> ShiftedBetaGeometricFit.of(renewals(truth, seed)));
    }

    private interface Fit {
        Estimate of(int seed);
    }

    /**
     * Of 20 intervals that each hold with 95 %, fewer than 16 hold with probability 0.3 %. The mean squared standardised
     * error is about 1: below 0.4 intervals are far too wide, above 2.2 too narrow (χ² with 20 degrees: 0.3 %, 99.8 %).
     */
    private static void check(double[] truth, Fit fit) {
        int[] inside = new int[truth.length];
        double[] squares = new double[truth.length];
        for (int seed = 1; seed <= SEEDS; seed++) {
            Estimate estimate = fit.of(seed);
            assertThat(estimate.converged()).as("seed %d", seed).isTrue();
            for (int i = 0; i < truth.length; i++) {
                double z = (Math.log(truth[i]) - estimate.logParameters()[i])
                        / Math.sqrt(estimate.variance(unit(truth.length, i)));
                inside[i] += Math.abs(z) <= 1.96 ? 1 : 0;
                squares[i] += z * z / SEEDS;
            }
        }
        for (int i = 0; i < truth.length; i++) {
            assertThat(inside[i]).as("parameter %d", i).isGreaterThanOrEqualTo(16);
            assertThat(squares[i]).as("parameter %d", i).isBetween(0.35, 2.2);
        }
    }

    /** The gradient of ln θ_i itself. */
    private static double[] unit(int length, int i) {
        double[] unit = new double[length];
        unit[i] = 1;
        return unit;
    }

    private static PurchaseHistories simulate(double[] theta, boolean dropsAtOnce, int seed) {
        RandomDataGenerator random = RandomDataGenerator.of(new Well19937c(seed));
        double[][] rows = new double[CUSTOMERS][];
        for (int i = 0; i < CUSTOMERS; i++) {
            double age = 30 + 30 * random.nextDouble();
            double rate = random.nextGamma(theta[0], 1 / theta[1]);
            double p = random.nextBeta(theta[2], theta[3]);
            boolean alive = !dropsAtOnce || random.nextDouble() >= p;
            int x = 0;
            double last = 0;
            double next = -Math.log(1 - random.nextDouble()) / rate;
            while (alive && next <= age) {
                x++;
                last = next;
                alive = random.nextDouble() >= p;
                next -= Math.log(1 - random.nextDouble()) / rate;
            }
            rows[i] = new double[] {x, last, age, 1};
        }
        return PurchaseHistories.of(rows);
    }

    /** Purchases at a steady rate over an exponential lifetime. */
    private static PurchaseHistories simulateLifetimes(double[] theta, int seed) {
        RandomDataGenerator random = RandomDataGenerator.of(new Well19937c(seed));
        double[][] rows = new double[FEWER_CUSTOMERS][];
        for (int i = 0; i < FEWER_CUSTOMERS; i++) {
            double age = 30 + 30 * random.nextDouble();
            double rate = random.nextGamma(theta[0], 1 / theta[1]);
            double end = Math.min(age, -Math.log(1 - random.nextDouble()) / random.nextGamma(theta[2], 1 / theta[3]));
            int x = 0;
            double last = 0;
            double next = -Math.log(1 - random.nextDouble()) / rate;
            while (next <= end) {
                x++;
                last = next;
                next -= Math.log(1 - random.nextDouble()) / rate;
            }
            rows[i] = new double[] {x, last, age, 1};
        }
        return PurchaseHistories.of(rows);
    }

    private static double[][] values(double[] theta, int seed) {
        RandomDataGenerator random = RandomDataGenerator.of(new Well19937c(seed));
        double[][] rows = new double[CUSTOMERS][];
        for (int i = 0; i < CUSTOMERS; i++) {
            int x = 1 + random.nextInt(6);
            double total = random.nextGamma(theta[0] * x, 1 / random.nextGamma(theta[1], 1 / theta[2]));
            rows[i] = new double[] {x, total / x, 1};
        }
        return rows;
    }

    private static double[][] renewals(double[] theta, int seed) {
        Random random = new Random(seed);
        RandomDataGenerator leaving = RandomDataGenerator.of(new Well19937c(seed));
        double[][] rows = new double[8][3];
        for (int t = 0; t < rows.length; t++) {
            rows[t][0] = t + 1;
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            double p = leaving.nextBeta(theta[0], theta[1]);
            for (double[] row : List.of(rows)) {
                row[1]++;
                if (random.nextDouble() < p) {
                    row[2]++;
                    break;
                }
            }
        }
        return rows;
    }
}
