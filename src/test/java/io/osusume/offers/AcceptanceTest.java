package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.AcceptanceConfig;
import io.osusume.offers.Acceptance.Cell;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final AcceptanceConfig CONFIG = Shelf.config(
                    "offers.acceptance.strength=30", "offers.acceptance.evidence_weight=0.5")
            .offers()
            .acceptance();

    @Test
    void withoutOutcomesThePriorHolds() {
        Acceptance none = Acceptance.learn(List.of(), CONFIG);
        assertThat(none.of(OfferType.UPSELL, Trigger.USAGE_LIMIT, Segment.READY, 1)
                        .p())
                .isCloseTo(.15, within(1e-8));
        assertThat(none.of(OfferType.UPSELL, Trigger.RENEWAL, Segment.READY, 1).p())
                .isCloseTo(.04, within(1e-8));
    }

    @Test
    void evidenceMovesThePriorOnTheScaleOfTheLogit() {
        Acceptance none = Acceptance.learn(List.of(), CONFIG);
        // Odds .15/.85, twice the usual evidence, weight ½: odds times √2.
        double odds = .15 / .85 * Math.sqrt(2);
        assertThat(none.of(OfferType.UPSELL, Trigger.USAGE_LIMIT, Segment.READY, 2)
                        .p())
                .isCloseTo(odds / (1 + odds), within(1e-8));
        assertThat(none.of(OfferType.UPSELL, Trigger.USAGE_LIMIT, Segment.READY, 1e9)
                        .p())
                .as("limited to four times the usual")
                .isEqualTo(none.of(OfferType.UPSELL, Trigger.USAGE_LIMIT, Segment.READY, 4)
                        .p());
    }

    @Test
    void theOutcomesOfOneCellShrinkToThePriorOfItsType() {
        // One cell only: all levels see the same 20 of 100. The type level moves the prior .08 of subscriptions to
        // (20 + 30 · .08)/130; the next levels repeat that with κ = 30, since one group tells no other κ.
        Acceptance learned =
                Acceptance.learn(List.of(new Cell(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 100, 20)), CONFIG);
        double type = (20 + 30 * .08) / 130;
        double trigger = (20 + 30 * type) / 130;
        double cell = (20 + 30 * trigger) / 130;
        Acceptance.Estimate estimate = learned.of(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 1);
        assertThat(estimate.p()).isCloseTo(cell, within(1e-8));
        assertThat(estimate.prior()).isCloseTo(trigger, within(1e-8));
        assertThat(estimate.trials()).isEqualTo(100);
        assertThat(estimate.low()).isLessThan(cell);
        assertThat(estimate.high()).isGreaterThan(cell).isLessThan(1);
        assertThat(learned.of(OfferType.SUBSCRIBE, Trigger.NONE, Segment.WATCH, 1)
                        .p())
                .as("another segment takes after the trigger")
                .isCloseTo(trigger, within(1e-8));
        assertThat(learned.of(OfferType.SUBSCRIBE, Trigger.REPLENISHMENT, Segment.WATCH, 1)
                        .p())
                .as("another trigger takes after the type, from its own prior .15")
                .isGreaterThan(.15)
                .isLessThan(.30);
    }

    @Test
    void theMoreOutcomesTheLessEvidenceCounts() {
        Acceptance few =
                Acceptance.learn(List.of(new Cell(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 10, 1)), CONFIG);
        Acceptance many = Acceptance.learn(
                List.of(new Cell(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 10_000, 1000)), CONFIG);
        assertThat(spread(many)).isLessThan(spread(few) / 20);
        Acceptance.Estimate known = many.of(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 1);
        assertThat(known.high() - known.low()).isLessThan(.012);
    }

    @Test
    void groupsThatDifferMuchAreShrunkLittle() {
        List<Cell> alike = List.of(
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.READY, 200, 16),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.WATCH, 200, 16),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.DEVELOP, 200, 16),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.NURTURE, 200, 16));
        List<Cell> apart = List.of(
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.READY, 200, 60),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.WATCH, 200, 2),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.DEVELOP, 200, 50),
                new Cell(OfferType.BUNDLE, Trigger.NONE, Segment.NURTURE, 200, 1));
        double strong = Acceptance.learn(alike, CONFIG)
                .of(OfferType.BUNDLE, Trigger.NONE, Segment.READY, 1)
                .strength();
        double weak = Acceptance.learn(apart, CONFIG)
                .of(OfferType.BUNDLE, Trigger.NONE, Segment.READY, 1)
                .strength();
        assertThat(strong).isGreaterThan(1000);
        assertThat(weak).isBetween(CONFIG.leastStrength(), 20.0);
    }

    private static double spread(Acceptance acceptance) {
        return acceptance
                        .of(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, 4)
                        .p()
                - acceptance
                        .of(OfferType.SUBSCRIBE, Trigger.NONE, Segment.READY, .25)
                        .p();
    }
}
