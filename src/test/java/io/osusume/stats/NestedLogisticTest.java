package io.osusume.stats;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.stats.BayesianLogistic.Terms;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two types, three triggers of each, four segments of each trigger, and a slope of evidence for each type. */
class NestedLogisticTest {
    private static final int TYPES = 2;
    private static final int TRIGGERS = 3;
    private static final int SEGMENTS = 4;
    private static final int FIRST_TRIGGER = 2 * TYPES;
    private static final int FIRST_SEGMENT = FIRST_TRIGGER + TYPES * TRIGGERS;
    private static final int ALL = FIRST_SEGMENT + TYPES * TRIGGERS * SEGMENTS;
    private static final double[] LEVELS = {logit(.06), logit(.15)};

    private static double[] means() {
        double[] means = new double[ALL];
        Arrays.fill(means, TYPES, 2 * TYPES, .5);
        return means;
    }

    /** How far each level may differ from the one above. */
    private static double[] deviations() {
        double[] deviations = new double[ALL];
        Arrays.fill(deviations, .3);
        Arrays.fill(deviations, 0, TYPES, .6);
        Arrays.fill(deviations, TYPES, 2 * TYPES, .3);
        Arrays.fill(deviations, FIRST_TRIGGER, FIRST_SEGMENT, .4);
        return deviations;
    }

    private static Terms trial(int type, int trigger, int segment, double logEvidence) {
        int ofTrigger = type * TRIGGERS + trigger;
        int[] at = {type, TYPES + type, FIRST_TRIGGER + ofTrigger, FIRST_SEGMENT + ofTrigger * SEGMENTS + segment};
        return new Terms(LEVELS[type], at, new double[] {1, logEvidence, 1, 1});
    }

    private static double eta(double[] beta, Terms of) {
        double eta = of.offset();
        for (int i = 0; i < of.at().length; i++) {
            eta += of.x()[i] * beta[of.at()[i]];
        }
        return eta;
    }

    private static double[] drawn(Random random, double times) {
        double[] beta = means();
        double[] deviations = deviations();
        for (int j = 0; j < beta.length; j++) {
            beta[j] += times * deviations[j] * random.nextGaussian();
        }
        return beta;
    }

    private static LogisticPosterior learned(double[] truth, int each, Random random) {
        BayesianLogistic model = new BayesianLogistic(means(), deviations());
        for (int type = 0; type < TYPES; type++) {
            for (int trigger = 0; trigger < TRIGGERS; trigger++) {
                for (int segment = 0; segment < SEGMENTS; segment++) {
                    for (int i = 0; i < each; i++) {
                        Terms of = trial(type, trigger, segment, 1.4 * (2 * random.nextDouble() - 1));
                        model.add(of, 1, random.nextDouble() < expit(eta(truth, of)) ? 1 : 0);
                    }
                }
            }
        }
        return model.posterior();
    }

    /** The share of intervals of 95 % that hold the truth, of all coefficients and of the logits of all cells. */
    private static double[] coverage(double times) {
        double z = Quantiles.twoSided(.95);
        double[] held = new double[2];
        int cells = TYPES * TRIGGERS * SEGMENTS;
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] truth = drawn(random, times);
            LogisticPosterior p = learned(truth, 10 + 5 * (seed % 10), random);
            for (int j = 0; j < ALL; j++) {
                held[0] += Math.abs(p.mean(j) - truth[j]) <= z * p.deviation(j) ? 1 : 0;
            }
            for (int i = 0; i < cells; i++) {
                Terms of = trial(i / (TRIGGERS * SEGMENTS), i / SEGMENTS % TRIGGERS, i % SEGMENTS, .7);
                held[1] += Math.abs(p.logit(of) - eta(truth, of)) <= z * p.deviation(of) ? 1 : 0;
            }
        }
        return new double[] {held[0] / (200 * ALL), held[1] / (200 * cells)};
    }

    @Test
    void whatWasPlantedIsFound() {
        double[] held = coverage(1);
        double[] wilder = coverage(1.5);
        double[] tamer = coverage(.5);
        System.out.printf(
                "95 %% intervals that hold the truth, coefficients / cells: as believed %.3f / %.3f, 1.5 times as wild"
                        + " %.3f / %.3f, half as wild %.3f / %.3f%n",
                held[0], held[1], wilder[0], wilder[1], tamer[0], tamer[1]);
        assertThat(held[0]).isBetween(.90, .98);
        assertThat(held[1]).isBetween(.90, .98);
    }

    /** Believed to be .25, planted .8: with 20,000 trials in one cell the evidence still counts, and as much as it does. */
    @Test
    void withManyTrialsTheEvidenceStillCounts() {
        Random random = new Random(7);
        BayesianLogistic model = new BayesianLogistic(new double[] {0, .25, 0, 0}, new double[] {.6, .3, .4, .3});
        for (int i = 0; i < 20_000; i++) {
            Terms of = cell(Math.log(4) * (2 * random.nextDouble() - 1));
            model.add(of, 1, random.nextDouble() < expit(logit(.08) + .8 * of.x()[1]) ? 1 : 0);
        }
        LogisticPosterior p = model.posterior();
        assertThat(Math.abs(p.mean(1) - .8)).isLessThan(1.96 * p.deviation(1));
        assertThat(p.deviation(1)).isLessThan(.05);
        double low = expit(p.logit(cell(-Math.log(4))));
        double high = expit(p.logit(cell(Math.log(4))));
        System.out.printf(
                "20,000 trials: slope %.3f ± %.3f, planted .8; evidence ×¼ %.4f, ×4 %.4f, planted .0279, .2085%n",
                p.mean(1), p.deviation(1), low, high);
        assertThat(low).isCloseTo(.0279, within(.005));
        assertThat(high).isCloseTo(.2085, within(.02));
    }

    private static Terms cell(double logEvidence) {
        return new Terms(logit(.05), new int[] {0, 1, 2, 3}, new double[] {1, logEvidence, 1, 1});
    }

    /** A segment without trials takes after its trigger, a trigger without trials after its type, and neither is as sure. */
    @Test
    void whatHasNoTrialsTakesAfterTheLevelAbove() {
        BayesianLogistic model = new BayesianLogistic(means(), deviations());
        model.add(trial(0, 0, 0, 0), 500, 100);
        LogisticPosterior p = model.posterior();
        double own = p.logit(trial(0, 0, 0, 0));
        double otherSegment = p.logit(trial(0, 0, 1, 0));
        double otherTrigger = p.logit(trial(0, 1, 0, 0));
        assertThat(own).isBetween(otherSegment, logit(.2)).isGreaterThan(otherSegment);
        assertThat(otherSegment).isGreaterThan(otherTrigger);
        assertThat(otherTrigger).isGreaterThan(LEVELS[0]);
        assertThat(p.logit(trial(1, 0, 0, 0))).isCloseTo(LEVELS[1], within(1e-12));
        assertThat(p.deviation(trial(0, 0, 0, 0))).isLessThan(p.deviation(trial(0, 0, 1, 0)));
        assertThat(p.deviation(trial(0, 0, 1, 0))).isLessThan(p.deviation(trial(0, 1, 0, 0)));
    }

    /**
     * Truths of another form: a share that never buys, a threshold in the evidence, and segments that take it differently. What is
     * learned of one half is right on the other.
     */
    @Test
    void itIsCalibratedWhereTheTruthIsOfAnotherForm() {
        double predicted = 0;
        double taken = 0;
        double[] thirds = new double[6];
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            BayesianLogistic model = new BayesianLogistic(means(), deviations());
            for (int i = 0; i < 4000; i++) {
                Terms of = any(random);
                model.add(of, 1, otherForm(of, random) ? 1 : 0);
            }
            LogisticPosterior p = model.posterior();
            for (int i = 0; i < 4000; i++) {
                Terms of = any(random);
                double share = expit(p.logit(of));
                int third = of.x()[1] < -.47 ? 0 : of.x()[1] < .47 ? 1 : 2;
                boolean y = otherForm(of, random);
                predicted += share;
                taken += y ? 1 : 0;
                thirds[third] += share;
                thirds[3 + third] += y ? 1 : 0;
            }
        }
        System.out.printf(
                "predicted / taken of another form: %.3f; by thirds of evidence %.3f %.3f %.3f%n",
                predicted / taken, thirds[0] / thirds[3], thirds[1] / thirds[4], thirds[2] / thirds[5]);
        assertThat(predicted / taken).isBetween(.9, 1.1);
    }

    private static Terms any(Random random) {
        return trial(
                random.nextInt(TYPES),
                random.nextInt(TRIGGERS),
                random.nextInt(SEGMENTS),
                1.4 * (2 * random.nextDouble() - 1));
    }

    private static boolean otherForm(Terms of, Random random) {
        int cell = of.at()[3] - FIRST_SEGMENT;
        double jump = of.x()[1] > .5 ? .25 : .08;
        double segment = .5 + .25 * (cell % SEGMENTS);
        double share = cell < TRIGGERS * SEGMENTS ? .6 : 1;
        return random.nextDouble() < share && random.nextDouble() < jump * segment;
    }
}
