package io.osusume.offers;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.OsusumeConfig;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer buys something within 28 days with a probability of .1, so within the 10 of acceptance with 1 − .9^(10/28). */
class ExpectedValueTest {
    private static final OsusumeConfig CONFIG = Shelf.config(
            "offers.acceptance.odds.any=2",
            "offers.acceptance.odds.post_purchase=3",
            "offers.acceptance.window_days=10",
            "ranker.horizon_days=28");
    private static final double ANYWAY = 0.0369295910;

    private static Valued valued(OfferType type, Trigger trigger, double off, Double pBuy) {
        return worth(new ExpectedValue.Costs(0, 0, 0))
                .value(proposal(type, trigger, off, pBuy), Addressed.of(Segment.READY));
    }

    private static ExpectedValue worth(ExpectedValue.Costs costs) {
        return new ExpectedValue(
                Shelf.learned(CONFIG, List.of()),
                Shelf.unmeasured(CONFIG),
                Shelf.known(Shelf.catalogue(), CONFIG),
                costs);
    }

    private static Proposal proposal(OfferType type, Trigger trigger, double off, Double pBuy) {
        return new Proposal(
                type,
                Proposal.Subject.product("p"),
                null,
                new Moment(trigger, 0, 0, 1),
                1,
                new Proposal.Reason("new_buyers", Map.of()),
                null,
                new Proposal.Gain(null, 3_000, 0, off),
                pBuy);
    }

    /** Of a contact 5, of a refusal 20, and 30 more for each of two touches. */
    @Test
    void whoWasTouchedLatelyCostsMore() {
        Valued asked = worth(new ExpectedValue.Costs(5, 20, 30))
                .value(
                        proposal(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, 0, .1),
                        new Addressed(Segment.READY, List.of(), 2, null, null));
        assertThat(asked.fatigueCost()).isEqualTo(80);
        assertThat(asked.expectedValue())
                .isCloseTo(3_000 * (0.1031688 - ANYWAY) - 5 - (1 - 0.1031688) * 80, within(1e-3));
    }

    @Test
    void worthIsWhatIsBoughtMoreTimesTheWholeContribution() {
        // Odds .0383457, times 3.
        Valued asked = valued(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, 0, .1);
        assertThat(asked.asked().anyway()).isCloseTo(ANYWAY, within(1e-9));
        assertThat(asked.estimate().p()).isCloseTo(0.1031688, within(1e-7));
        assertThat(asked.uplift().value()).isCloseTo(0.1031688 - ANYWAY, within(1e-7));
        assertThat(asked.expectedValue()).isCloseTo(3_000 * (0.1031688 - ANYWAY), within(1e-3));
        assertThat(asked.rankScore()).isEqualTo(asked.expectedValue());
    }

    @Test
    void aSetCountsWhatIsBoughtAnywayInItsGain() {
        Valued set = valued(OfferType.BUNDLE, Trigger.NONE, 0, .1);
        assertThat(set.estimate().p()).isCloseTo(0.0712287, within(1e-7));
        assertThat(set.uplift().value()).isEqualTo(set.estimate().p());
    }

    /** Odds as many times larger as the price is smaller, and no more than four times. */
    @Test
    void aDiscountMakesLikelier() {
        double full =
                logit(valued(OfferType.BUNDLE, Trigger.NONE, 0, .1).estimate().p());
        for (double[] off : new double[][] {{.5, 2}, {.2, 1.25}, {.9, 4}, {1, 4}}) {
            assertThat(valued(OfferType.BUNDLE, Trigger.NONE, off[0], .1)
                            .estimate()
                            .p())
                    .isCloseTo(expit(full + Math.log(off[1])), within(1e-8));
        }
    }

    @Test
    void whereNothingIsKnownOfBuyingAnywayTheConfiguredPriorHolds() {
        Valued asked = valued(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, 0, null);
        assertThat(asked.estimate().p()).isCloseTo(.10, within(1e-9));
        assertThat(asked.uplift().value()).isEqualTo(asked.estimate().p());
        assertThat(asked.asked().anyway()).isNull();
    }
}
