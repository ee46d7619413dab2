package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Verdict;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Judgement.Rules RULES = new Judgement.Rules(.05, .001, 50, 5, .2);
    private static final Power POWER = new Power(new ConfidenceSequence(.05, 5000), .8);

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(Judgement.bar(rate(100, 10), new Moments(0), null, RULES)).isEqualTo("nobody_in_control");
        assertThat(Judgement.bar(new Moments(0), rate(100, 10), null, RULES)).isEqualTo("nobody_offered");
        assertThat(Judgement.bar(rate(100, 10), rate(3, 3), 1.0, RULES)).isEqualTo("too_few_customers");
        assertThat(Judgement.bar(rate(100, 10), rate(100, 4), 1.0, RULES)).isEqualTo("too_few_outcomes");
        assertThat(Judgement.bar(rate(100, 10), rate(100, 10), .0009, RULES)).isEqualTo("sample_ratio");
        assertThat(Judgement.bar(rate(100, 10), rate(100, 10), .001, RULES)).isNull();
        assertThat(Judgement.bar(rate(100, 10), rate(100, 10), null, RULES)).isNull();
    }

    @Test
    void theVerdictFollowsPAndTheSignOfTheEffect() {
        assertThat(judged(.06, .01, .05).verdict()).isEqualTo(Verdict.WORKS);
        assertThat(judged(-.06, .01, .05).verdict()).isEqualTo(Verdict.HARMS);
        assertThat(judged(.06, .01, .0501).verdict()).isEqualTo(Verdict.NO_EVIDENCE_YET);
    }

    @Test
    void saysHowManyMoreCustomersShowAnEffectWorthKnowing() {
        // A fifth of .3 is .06, s = error · √n = 1.14564392373896: 5,481 customers; see ConfidenceSequenceTest.
        double error = 1.14564392373896 / Math.sqrt(4000);

        assertThat(judged(.01, error, .9).more()).isEqualTo(1481);
        assertThat(judged(.01, 1.14564392373896 / Math.sqrt(4000) / 2, .9).more())
                .isZero();
    }

    private static Judgement judged(double effect, double error, double p) {
        return Judgement.of(new Difference(.3 + effect, .3, effect, error, 3000, 4000, 0), p, POWER, RULES);
    }

    private static Moments rate(int customers, int ones) {
        Moments arm = new Moments(0);
        for (int i = 0; i < customers; i++) {
            arm.addAlone(i < ones ? 1 : 0);
        }
        return arm;
    }
}
