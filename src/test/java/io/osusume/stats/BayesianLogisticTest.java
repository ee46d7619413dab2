package io.osusume.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.osusume.stats.BayesianLogistic.Terms;
import org.junit.jupiter.api.Test;

class BayesianLogisticTest {
    private static Terms terms(double offset, double... x) {
        int[] at = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            at[i] = i;
        }
        return new Terms(offset, at, x);
    }

    private static BayesianLogistic model(double mean, double deviation) {
        return new BayesianLogistic(new double[] {mean}, new double[] {deviation});
    }

    @Test
    void withoutTrialsItIsWhatWasBelievedBefore() {
        LogisticPosterior p = new BayesianLogistic(new double[] {1, -2}, new double[] {.3, .4}).posterior();
        assertThat(p.mean(0)).isEqualTo(1);
        assertThat(p.mean(1)).isEqualTo(-2);
        assertThat(p.deviation(0)).isCloseTo(.3, within(1e-15));
        assertThat(p.deviation(1)).isCloseTo(.4, within(1e-15));
        assertThat(p.logit(terms(.5, 1, 2))).isCloseTo(.5 + 1 - 4, within(1e-15));
        assertThat(p.deviation(terms(.5, 1, 2))).isCloseTo(Math.sqrt(.09 + 4 * .16), within(1e-15));
    }

    /** With next to no belief it is the share taken: β = logit(s/n) − offset, with 1/√(n·p·(1 − p)). */
    @Test
    void withoutBeliefItIsTheShareTaken() {
        BayesianLogistic model = model(0, 1e4);
        model.add(terms(-1, 1), 50, 10);
        model.add(terms(-1, 1), 150, 30);
        LogisticPosterior p = model.posterior();
        assertThat(p.mean(0)).isCloseTo(Math.log(.25) + 1, within(1e-6));
        assertThat(p.deviation(0)).isCloseTo(1 / Math.sqrt(200 * .2 * .8), within(1e-6));
        assertThat(p.logit(terms(-1, 1))).isCloseTo(Math.log(.25), within(1e-6));
    }

    /** Worked out on a grid of 40,001 points: 3 of 20 taken, N(−1, .5²) before. */
    @Test
    void oneCoefficientIsThatOfTheWholePosterior() {
        BayesianLogistic model = model(-1, .5);
        model.add(terms(0, 1), 20, 3);
        LogisticPosterior p = model.posterior();
        double best = 0;
        double top = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i <= 40_000; i++) {
            double b = -5 + i * 2e-4;
            double log = 3 * b - 20 * Math.log(1 + Math.exp(b)) - (b + 1) * (b + 1) / .5;
            best = log > top ? b : best;
            top = Math.max(top, log);
            sum += Math.exp(log);
            first += b * Math.exp(log);
            second += b * b * Math.exp(log);
        }
        double mean = first / sum;
        assertThat(p.mean(0)).isCloseTo(best, within(2e-4));
        assertThat(p.mean(0)).isCloseTo(mean, within(.03));
        assertThat(p.deviation(0)).isCloseTo(Math.sqrt(second / sum - mean * mean), within(.01));
    }

    /** Two that pull at each other, on a grid of 601 × 601 points. */
    @Test
    void twoCoefficientsAreThoseOfTheWholePosterior() {
        double[][] trials = {{-1, 40, 3}, {0, 60, 9}, {1.5, 30, 12}};
        BayesianLogistic model = new BayesianLogistic(new double[] {-1.5, .25}, new double[] {.6, .3});
        for (double[] t : trials) {
            model.add(terms(0, 1, t[0]), t[1], t[2]);
        }
        LogisticPosterior p = model.posterior();
        double[] sums = new double[6];
        for (int i = 0; i <= 600; i++) {
            for (int j = 0; j <= 600; j++) {
                double a = -3.5 + i * .0065;
                double b = -.8 + j * .0045;
                double log = -(a + 1.5) * (a + 1.5) / .72 - (b - .25) * (b - .25) / .18;
                for (double[] t : trials) {
                    log += t[2] * (a + b * t[0]) - t[1] * Math.log(1 + Math.exp(a + b * t[0]));
                }
                double w = Math.exp(log + 60);
                double[] add = {w, w * a, w * b, w * a * a, w * b * b, w * a * b};
                for (int k = 0; k < add.length; k++) {
                    sums[k] += add[k];
                }
            }
        }
        double a = sums[1] / sums[0];
        double b = sums[2] / sums[0];
        double va = sums[3] / sums[0] - a * a;
        double vb = sums[4] / sums[0] - b * b;
        double ab = sums[5] / sums[0] - a * b;
        assertThat(p.mean(0)).isCloseTo(a, within(.02));
        assertThat(p.mean(1)).isCloseTo(b, within(.02));
        assertThat(p.deviation(0)).isCloseTo(Math.sqrt(va), within(.01));
        assertThat(p.deviation(1)).isCloseTo(Math.sqrt(vb), within(.01));
        assertThat(p.deviation(terms(0, 1, 1))).isCloseTo(Math.sqrt(va + vb + 2 * ab), within(.01));
    }

    /** All of many trials taken, and an x beyond all others: there is a mode, and it is found. */
    @Test
    void extremeTrialsHaveAnAnswer() {
        BayesianLogistic model = new BayesianLogistic(new double[] {-8, 0}, new double[] {1, 1});
        model.add(terms(0, 1, 1000), 5000, 5000);
        model.add(terms(0, 1, -1000), 5000, 0);
        LogisticPosterior p = model.posterior();
        assertThat(p.mean(0)).isBetween(-8.1, -7.9);
        assertThat(p.mean(1)).isPositive().isLessThan(1);
        BayesianLogistic all = model(-8, 1);
        all.add(terms(0, 1), 5000, 5000);
        // (5000 − 5000·p) = (β + 8)/1: worked out by halving.
        assertThat(all.posterior().mean(0)).isCloseTo(halved(), within(1e-9));
    }

    private static double halved() {
        double low = -8;
        double high = 100;
        for (int i = 0; i < 200; i++) {
            double b = (low + high) / 2;
            if (5000 / (1 + Math.exp(b)) > b + 8) {
                low = b;
            } else {
                high = b;
            }
        }
        return low;
    }

    @Test
    void everyCoefficientIsBelievedToBeSomewhere() {
        assertThatThrownBy(() -> new BayesianLogistic(new double[] {1}, new double[] {0}))
                .hasMessage("A mean and a deviation above 0 for each coefficient, not [0.0]");
    }
}
