package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.OsusumeConfig;
import org.junit.jupiter.api.Test;

class ExperimentPlanTest {
    private final MadeUpTrial trial = new MadeUpTrial();

    /** 30 % order; a fifth more is .06, for which 5,481 of both arms are needed with a fifth in control: see ConfidenceSequenceTest. */
    @Test
    void tellsCustomersNightsAndCost() {
        ExperimentPlan plan = new ExperimentPlan(trial.config().effects());

        ExperimentPlan.Line fifth = plan.of(
                        new ExperimentPlan.History(10_000, .3, 50, 0), new ExperimentPlan.Question(.2, 1, 60))
                .get(2);

        assertThat(fifth.share()).isEqualTo(.2);
        assertThat(fifth.needed()).isEqualTo(5481);
        // 5,481 of 10,000 within 60 nights: 33 nights, and the horizon of 28 days.
        assertThat(fifth.nights()).isEqualTo(61);
        // 5,481 · .2 in control, each of whom would have brought a fifth of 50 more.
        assertThat(fifth.cost()).isCloseTo(10_962, within(1e-6));
        assertThat(plan.of(new ExperimentPlan.History(5000, .3, 50, 0), new ExperimentPlan.Question(.2, 1, 60))
                        .get(2)
                        .nights())
                .isNull();
    }

    /** Of 300 customers 110 ordered on 5 May, at a margin of 40 each; as of 10 May. */
    @Test
    void readsTheLastDaysFromTheOrders() {
        OsusumeConfig config = trial.config();

        ExperimentPlan.History history =
                new PastBehaviour(config, MadeUpTrial.FIRST.plusDays(9)).of(trial.facts(config));

        assertThat(history.customers()).isEqualTo(300);
        assertThat(history.rate()).isCloseTo(110.0 / 300, within(1e-12));
        assertThat(history.margin()).isCloseTo(110 * 40.0 / 300, within(1e-9));
        assertThat(history.told()).isZero();
    }
}
