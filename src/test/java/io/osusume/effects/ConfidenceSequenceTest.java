package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected figures were worked out outside this project from the formulas. */
class ConfidenceSequenceTest {
    private static final ConfidenceSequence OF_1000 = new ConfidenceSequence(0.05, 1000);

    @Test
    void isSoManyStandardErrorsWide() {
        assertThat(OF_1000.times(100)).isCloseTo(3.855054633530311, within(1e-12));
        assertThat(OF_1000.times(1000)).isCloseTo(3.035208990376253, within(1e-12));
        assertThat(OF_1000.times(10000)).isCloseTo(3.2417231454054374, within(1e-12));
    }

    @Test
    void liesAroundTheEffect() {
        Interval found = OF_1000.of(new Difference(.3, .2, .1, .02, 900, 1000, 0));

        assertThat(found.low()).isCloseTo(.1 - 3.035208990376253 * .02, within(1e-12));
        assertThat(found.high()).isCloseTo(.1 + 3.035208990376253 * .02, within(1e-12));
    }

    @Test
    void pIsAlphaWhereTheIntervalTouchesZero() {
        Difference touches = new Difference(.3, .2, 3.035208990376253, 1, 900, 1000, 0);

        assertThat(OF_1000.p(touches)).isCloseTo(.05, within(1e-12));
        assertThat(OF_1000.p(new Difference(.3, .2, 4, 1, 900, 1000, 0)))
                .isCloseTo(0.002454805714618148, within(1e-12));
        assertThat(OF_1000.p(new Difference(.2, .2, 0, 1, 900, 1000, 0))).isEqualTo(1);
        assertThat(OF_1000.p(new Difference(.2, .2, 0, 0, 1, 1000, 0))).isEqualTo(1);
    }

    @Test
    void sampleRatioByHand() {
        // One customer: the prior expects the shares that were drawn.
        assertThat(SampleRatio.p(1, 0, .2)).isCloseTo(1, within(1e-9));
        assertThat(SampleRatio.p(4150, 850, .2)).isCloseTo(4.00015745968747e-06, within(1e-14));
        assertThat(SampleRatio.p(4000, 1000, .2)).isEqualTo(1);
        assertThat(SampleRatio.p(10, 0, 0)).isEqualTo(1);
        assertThat(SampleRatio.p(0, 10, 1)).isEqualTo(1);
    }

    @Test
    void whatCanBeSeenWithHowMany() {
        Power power = new Power(new ConfidenceSequence(0.05, 5000), 0.8);
        // A rate of .3 and a fifth of all in control: s = √(.3 · .7/(.2 · .8)).
        double s = Power.deviation(.3 * .7, .2, 0);

        assertThat(s).isCloseTo(1.14564392373896, within(1e-12));
        assertThat(power.detectable(s, 5000)).isCloseTo(0.06281182853291256, within(1e-9));
        assertThat(power.needed(s, .06)).isEqualTo(5481);
        assertThat(power.needed(s, -.06)).isEqualTo(5481);
        assertThat(power.needed(s, 0)).isInfinite();
        assertThat(Power.deviation(.3 * .7, .2, .19)).isCloseTo(s * .9, within(1e-12));
    }
}
