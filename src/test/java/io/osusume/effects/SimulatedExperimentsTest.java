package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 1,000 experiments with a known truth: 60 mornings, 50 new customers each, a fifth in control, spend with many zeros that
 * follows the spend before.
 */
@Slow
class SimulatedExperimentsTest {
    private static final int EXPERIMENTS = 1000;
    private static final int LOOKS = 60;
    private static final int A_NIGHT = 50;
    private static final double CONTROL = .2;
    private static final double ALPHA = .05;
    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(ALPHA, 3000);

    /** Of all experiments: shares whose interval held at the end, was ever wrong, and how much narrower the adjustment makes it. */
    private record Counted(
            double fixedHolds, double fixedEverWrong, double alwaysEverWrong, double srmAlarms, double narrowed) {}

    @Test
    void theTruthLiesWhereTheIntervalsSay() {
        for (double effect : new double[] {0, 2}) {
            Counted counted = simulate(effect, CONTROL);

            assertThat(counted.fixedHolds).isBetween(.93, .97);
            assertThat(counted.alwaysEverWrong).isLessThanOrEqualTo(.05);
            assertThat(counted.fixedEverWrong).isGreaterThan(.2);
            assertThat(counted.srmAlarms).isLessThanOrEqualTo(.05);
            assertThat(counted.narrowed).isBetween(.2, .6);
        }
    }

    @Test
    void anArmThatLosesAFifthOfItsCustomersIsSeen() {
        assertThat(simulate(0, .16).srmAlarms).isGreaterThan(.8);
    }

    /**
     * 20,000 customers, a fifth in control, of whom 30 % would be offered something: +1 on about 14 for each of those who are. Who is
     * offered something is compared with who would have been, or all of one arm with all of the other, ÷ .3 to be of those too.
     */
    @Test
    void ghostOffersTellMoreThanWholeArms() {
        int runs = 50;
        double[] widths = new double[4];
        double[] effects = new double[4];
        for (int run = 0; run < runs; run++) {
            Random random = new Random(run);
            Moments[] arms = new Moments[8];
            Arrays.setAll(arms, i -> new Moments(i % 2));
            for (int c = 0; c < 20_000; c++) {
                double liking = Math.exp(random.nextGaussian() * .8);
                double before = spend(random, liking);
                int control = random.nextDouble() < CONTROL ? 1 : 0;
                boolean offered = random.nextDouble() < .3;
                double after = spend(random, liking) + (offered && control == 0 ? 2 * random.nextDouble() : 0);
                for (int whole = offered ? 0 : 1; whole < 2; whole++) {
                    arms[4 * whole + 2 * control].addAlone(after);
                    arms[4 * whole + 2 * control + 1].addAlone(after, before);
                }
            }
            for (int i = 0; i < 4; i++) {
                int of = 4 * (i / 2) + i % 2;
                double scale = i < 2 ? 1 : 1 / .3;
                Difference found = Difference.of(arms[of], arms[of + 2]);
                Interval interval = Interval.fixed(found, ALPHA);
                effects[i] += scale * found.effect() / runs;
                widths[i] += scale * (interval.high() - interval.low()) / runs;
            }
        }
        System.out.printf(
                "effect on who is offered something, and width of its interval: ghost offers %.3f, %.3f (CUPED %.3f, %.3f); whole"
                        + " arms %.3f, %.3f (CUPED %.3f, %.3f)%n",
                effects[0], widths[0], effects[1], widths[1], effects[2], widths[2], effects[3], widths[3]);
        // The same truth; of .3 of the customers √(1/.3) wider, of all ÷ .3 1/.3 wider.
        assertThat(effects).containsExactly(new double[] {1, 1, 1, 1}, within(.2));
        assertThat(widths[2] / widths[0]).isBetween(1.7, 1.95);
        assertThat(widths[3] / widths[1]).isBetween(1.7, 1.95);
        assertThat(widths[1] / widths[0]).isLessThan(.9);
    }

    private static Counted simulate(double effect, double controlShare) {
        int holds = 0;
        int fixedEver = 0;
        int alwaysEver = 0;
        int alarms = 0;
        double narrowed = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Random random = new Random(1_000L + i);
            Moments treated = new Moments(1);
            Moments control = new Moments(1);
            boolean fixedWrong = false;
            boolean alwaysWrong = false;
            boolean alarm = false;
            for (int look = 0; look < LOOKS; look++) {
                arrive(random, treated, control, effect, controlShare);
                Difference found = Difference.of(treated, control);
                fixedWrong |= !holds(Interval.fixed(found, ALPHA), effect);
                alwaysWrong |= !holds(SEQUENCE.of(found), effect);
                alarm |= SampleRatio.p(treated.customers(), control.customers(), CONTROL) <= ALPHA;
            }
            Difference last = Difference.of(treated, control);
            holds += holds(Interval.fixed(last, ALPHA), effect) ? 1 : 0;
            narrowed += last.narrowed();
            fixedEver += fixedWrong ? 1 : 0;
            alwaysEver += alwaysWrong ? 1 : 0;
            alarms += alarm ? 1 : 0;
        }
        double n = EXPERIMENTS;
        return new Counted(holds / n, fixedEver / n, alwaysEver / n, alarms / n, narrowed / n);
    }

    private static void arrive(Random random, Moments treated, Moments control, double effect, double controlShare) {
        for (int c = 0; c < A_NIGHT; c++) {
            double liking = Math.exp(random.nextGaussian() * .8);
            double before = spend(random, liking);
            boolean isControl = random.nextDouble() < controlShare;
            double after = spend(random, liking) + (isControl ? 0 : 2 * effect * random.nextDouble());
            (isControl ? control : treated).addAlone(after, before);
        }
    }

    /** Nothing for some, else about 10 times the liking. */
    private static double spend(Random random, double liking) {
        return random.nextDouble() < .15 ? 0 : 10 * liking * (1 + .3 * random.nextGaussian());
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }
}
