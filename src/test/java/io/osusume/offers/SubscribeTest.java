package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Trigger;
import org.junit.jupiter.api.Test;

/** A subscription is offered until the need that it speaks of. */
class SubscribeTest {
    private static final Catalogue CATALOGUE = Shelf.catalogue(Shelf.consumable("pods", 20));
    private static final OsusumeConfig CONFIG = Shelf.config("run.language=en");

    @Test
    void theOfferLastsUntilTheNeed() {
        // Bought every 40 days, 15 days ago: needed in 25, which no window reaches.
        Proposal far = only(Shelf.consumed("pods", 135, 95, 55, 15));
        assertThat(far.moment().trigger()).isEqualTo(Trigger.NONE);
        assertThat(far.moment().to()).isEqualTo(Shelf.TODAY + 25);
        // Needed in nine days, which two weeks reach.
        Proposal near = only(Shelf.consumed("pods", 87, 63, 39, 15));
        assertThat(near.moment().trigger()).isEqualTo(Trigger.NONE);
        assertThat(near.moment().to()).isEqualTo(Shelf.TODAY + 14);
        // Needed in three: seven more, as the window has it.
        Proposal due = only(Shelf.consumed("pods", 70, 50, 30, 15));
        assertThat(due.moment().trigger()).isEqualTo(Trigger.REPLENISHMENT);
        assertThat(due.moment().to()).isEqualTo(Shelf.TODAY + 3 + 7);
    }

    /** (70 − 15) ÷ 3 = 18.3 days, 15 ago: in 3, on 3 July; every 10 days, 15 ago: five days back. */
    @Test
    void aNeedThatLiesBackIsNotDated() {
        ReasonText text = new ReasonText(CONFIG, CATALOGUE, "JPY");
        assertThat(text.of(only(Shelf.consumed("pods", 70, 50, 30, 15)), "en"))
                .startsWith("Your next name of pods may be due about 3 July 2026:");
        Proposal late = only(Shelf.consumed("pods", 45, 35, 25, 15));
        assertThat(text.of(late, "en")).startsWith("It may be about time for name of pods again:");
        assertThat(text.evidence(late)).contains("Expected on 25 June 2026");
    }

    private static Proposal only(Holding held) {
        Subscribe subscribe = new Subscribe(CONFIG.offers().subscribe(), Shelf.known(CATALOGUE, CONFIG));
        return subscribe.propose(Shelf.who("ready").has(held).target()).get(0);
    }
}
