package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 200 shops of 5,000 customers, a fifth in control, first eligible over 62 days, each followed for 28: looked at on every night up
 * to the 90th. 30 % buy: 12 % of three fifths and 57 % of the rest, which is known from before (R² = .24 · .45²/.21 = .23).
 */
class SmallShopsTest {
    private static final int SHOPS = 200;
    private static final int CUSTOMERS = 5000;
    private static final int ELIGIBLE_OVER = 62;
    private static final double CONTROL = .2;
    private static final ConfidenceSequence SEQUENCE = new ConfidenceSequence(.05, 5000);
    private static final Power POWER = new Power(SEQUENCE, .8);
    private static final Judgement.Rules RULES = new Judgement.Rules(.05, .001, 50, 5, .2);

    /** Shares of shops that were ever told so within 90 nights. */
    private record Told(double works, double harms) {}

    @Test
    void aFifthMoreIsSeenWithinNinetyNightsAndNothingWhereThereIsNothing() {
        Told real = told(1.2, 1, true);
        Told none = told(1, 1, true);

        assertThat(real.works).isGreaterThanOrEqualTo(.8);
        assertThat(real.harms).isZero();
        assertThat(none.works + none.harms).isLessThanOrEqualTo(.05);
    }

    /** For the record, in docs/effects.md: smaller reach, and without what was known before. */
    @Test
    void fewerCustomersAndNothingKnownBeforeSeeLess() {
        double all = told(1.2, 1, true).works;
        double plain = told(1.2, 1, false).works;
        double sixty = told(1.2, .6, true).works;
        double thirty = told(1.2, .3, true).works;
        System.out.printf(
                "Shops told that a fifth more works: %.3f; without what was known before %.3f; 60 %% eligible %.3f (without"
                        + " %.3f), 30 %% %.3f (without %.3f)%n",
                all, plain, sixty, told(1.2, .6, false).works, thirty, told(1.2, .3, false).works);

        assertThat(plain).isLessThan(all);
        assertThat(sixty).isLessThan(all);
        assertThat(thirty).isLessThan(sixty);
    }

    private static Told told(double factor, double eligible, boolean isKnown) {
        int works = 0;
        int harms = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            Verdict verdict = verdict(new Random(500L + shop), factor, (int) (CUSTOMERS * eligible), isKnown);
            works += verdict == Verdict.WORKS ? 1 : 0;
            harms += verdict == Verdict.HARMS ? 1 : 0;
        }
        return new Told((double) works / SHOPS, (double) harms / SHOPS);
    }

    /** The first verdict that says something; on the night of a day those are counted whose 28 days ended with it. */
    private static Verdict verdict(Random random, double factor, int customers, boolean isKnown) {
        Moments treated = new Moments(isKnown ? 1 : 0);
        Moments control = new Moments(isKnown ? 1 : 0);
        for (int day = 0; day < ELIGIBLE_OVER; day++) {
            int upTo = customers * (day + 1) / ELIGIBLE_OVER;
            for (int i = customers * day / ELIGIBLE_OVER; i < upTo; i++) {
                double usual = random.nextDouble() < .6 ? .12 : .57;
                boolean isControl = random.nextDouble() < CONTROL;
                double buys = random.nextDouble() < (isControl ? usual : usual * factor) ? 1 : 0;
                (isControl ? control : treated).addAlone(buys, isKnown ? new double[] {usual} : new double[0]);
            }
            double ratio = SampleRatio.p(treated.customers(), control.customers(), CONTROL);
            if (Judgement.bar(treated, control, ratio, RULES) == null) {
                Difference found = Difference.of(treated, control);
                Verdict verdict =
                        Judgement.of(found, SEQUENCE.p(found), POWER, RULES).verdict();
                if (verdict != Verdict.NO_EVIDENCE_YET) {
                    return verdict;
                }
            }
        }
        return Verdict.NO_EVIDENCE_YET;
    }
}
