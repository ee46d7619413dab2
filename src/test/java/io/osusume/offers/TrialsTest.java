package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private final Trials trials = new Trials(Shelf.config().offers().acceptance(), Shelf.TODAY);

    @Test
    void deliveriesThatFollowEachOtherAreOneTrialAndYoungOnesAreNone() {
        Target target = Shelf.who("ready")
                .past("upsell", "p", "delivered", 100)
                .past("upsell", "p", "delivered", 90)
                .past("upsell", "p", "delivered", 80)
                .past("upsell", "p", "delivered", 40)
                .past("upsell", "p", "delivered", 9)
                .target();
        assertThat(trials.of(target)).extracting(t -> Shelf.TODAY - t.day()).containsExactly(100, 40);
    }

    @Test
    void acceptedWithinTheWindowIsTaken() {
        Target target = Shelf.who("ready")
                .past("upsell", "p", "delivered", 100)
                .past("upsell", "p", "accepted", 90)
                .past("upsell", "q", "delivered", 100)
                .past("upsell", "q", "accepted", 89)
                .target();
        assertThat(trials.of(target)).extracting(Trials.Trial::taken).containsExactly(true, false);
    }

    @Test
    void boughtForTheFirstTimeWithinTheWindowIsTakenAgainIsNot() {
        Target first = Shelf.who("ready")
                .has(Shelf.bought("p", 95))
                .past("cross_sell", "p", "delivered", 100)
                .target();
        Target again = Shelf.who("ready")
                .has(Shelf.consumed("p", 200, 95))
                .past("cross_sell", "p", "delivered", 100)
                .target();
        Target subscription = Shelf.who("ready")
                .has(Shelf.consumed("p", 95))
                .past("subscribe", "p", "delivered", 100)
                .target();
        assertThat(List.of(first, again, subscription))
                .extracting(t -> trials.of(t).get(0).taken())
                .containsExactly(true, false, false);
    }

    @Test
    void anOfferOfNoTypeOfOursTeachesNothing() {
        Target target =
                Shelf.who("ready").past("leaflet", "p", "delivered", 100).target();
        assertThat(trials.of(target)).isEmpty();
    }

    @Test
    void whatWasWithheldIsNoTrial() {
        Target target = Shelf.who("ready").past("upsell", "p", "withheld", 100).target();
        assertThat(trials.of(target)).isEmpty();
    }
}
