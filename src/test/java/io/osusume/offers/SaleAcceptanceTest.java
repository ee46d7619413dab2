package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.AcceptanceConfig;
import io.osusume.offers.Acceptance.Cell;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer buys something within 28 days with a probability of .1, so within the 10 of acceptance with 1 − .9^(10/28). */
class SaleAcceptanceTest {
    private static final AcceptanceConfig CONFIG = Shelf.config(
                    "offers.acceptance.odds.any=2",
                    "offers.acceptance.odds.post_purchase=3",
                    "offers.acceptance.odds.interest=3",
                    "offers.acceptance.strength=30",
                    "offers.acceptance.window_days=10")
            .offers()
            .acceptance();
    private static final double ANYWAY = 0.0369295910;

    @Test
    void pBuyIsBroughtToTheDaysOfAcceptance() {
        assertThat(new Anyway(CONFIG.windowDays(), 28).within(.1)).isCloseTo(ANYWAY, within(1e-9));
        assertThat(new Anyway(CONFIG.windowDays(), 28).within(1)).isLessThan(1 + 1e-9);
    }

    @Test
    void beingAskedMultipliesTheOddsOfBuyingAnyway() {
        // Odds .0383457, times 2 and times 3.
        assertThat(p(before(), Trigger.NONE)).isCloseTo(0.0712287, within(1e-7));
        assertThat(p(before(), Trigger.RENEWAL)).isCloseTo(0.0712287, within(1e-7));
        assertThat(p(before(), Trigger.POST_PURCHASE)).isCloseTo(0.1031688, within(1e-7));
        assertThat(p(before(), Trigger.INTEREST)).isCloseTo(0.1031688, within(1e-7));
    }

    @Test
    void outcomesMoveWhatBeingAskedDoesButNoneMakesItHarm() {
        // Usually .05 is bought in 28 days, .0181523 in 10, so .0525490 were expected of those asked after a purchase;
        // 100 of
        // 1,000 took it. Drawn three times, by type, trigger and cell, with κ = 30: .0999988.
        SaleAcceptance well = after(1_000, 100);
        assertThat(p(well, Trigger.POST_PURCHASE)).isCloseTo(0.1872910, within(1e-6));
        assertThat(p(after(1_000, 0), Trigger.POST_PURCHASE)).isCloseTo(ANYWAY, within(1e-8));
        assertThat(well.of(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, Segment.READY, .1, 0)
                        .prior())
                .isCloseTo(0.1031688, within(1e-7));
    }

    /** However many outcomes there are, who is likelier to buy is likelier to accept. */
    @Test
    void aMillionOutcomesLeaveTheOffersPersonal() {
        SaleAcceptance much = after(1_000_000, 100_000);
        double twice = much.of(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, Segment.READY, .2, 0)
                .p();
        assertThat(twice / p(much, Trigger.POST_PURCHASE)).isBetween(1.7, 2.2);
    }

    @Test
    void worthIsWhatIsBoughtMoreTimesTheWholeContribution() {
        ExpectedValue worth = new ExpectedValue(
                Acceptance.learn(List.of(), CONFIG), before(), new Anyway(CONFIG.windowDays(), 28), 0, 0);
        Valued valued = worth.value(
                new Proposal(
                        OfferType.CROSS_SELL,
                        Proposal.Subject.product("p"),
                        null,
                        new Moment(Trigger.POST_PURCHASE, 0, 0, 1),
                        1,
                        new Proposal.Reason("new_buyers", Map.of()),
                        null,
                        new Proposal.Gain(null, 3_000, 0),
                        .1),
                Segment.READY);
        assertThat(valued.uplift()).isCloseTo(0.1031688 - ANYWAY, within(1e-7));
        assertThat(valued.expectedValue()).isCloseTo(3_000 * (0.1031688 - ANYWAY), within(1e-3));
        assertThat(valued.rankScore()).isEqualTo(valued.expectedValue());
    }

    private static SaleAcceptance before() {
        return new SaleAcceptance(List.of(), CONFIG, new Anyway(CONFIG.windowDays(), 28), .05);
    }

    private static SaleAcceptance after(int trials, int taken) {
        return new SaleAcceptance(
                List.of(new Cell(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, Segment.READY, trials, taken)),
                CONFIG,
                new Anyway(CONFIG.windowDays(), 28),
                .05);
    }

    private static double p(SaleAcceptance acceptance, Trigger trigger) {
        return acceptance
                .of(OfferType.CROSS_SELL, trigger, Segment.READY, .1, 0)
                .p();
    }
}
