package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Trigger;
import org.junit.jupiter.api.Test;

class TimingTest {
    private final Timing timing = new Timing(Shelf.config().offers().triggers(), Shelf.AS_OF);

    @Test
    void aTriggerIsLiveWhileTomorrowLiesInItsWindow() {
        assertThat(timing.at(Trigger.POST_PURCHASE, Shelf.TODAY - 3))
                .isEqualTo(new Moment(Trigger.POST_PURCHASE, Shelf.TODAY + 1, Shelf.TODAY + 11, 1.5));
        assertThat(timing.at(Trigger.POST_PURCHASE, Shelf.TODAY - 13)).isNotNull();
        assertThat(timing.at(Trigger.POST_PURCHASE, Shelf.TODAY - 14)).isNull();
        assertThat(timing.at(Trigger.RENEWAL, Shelf.TODAY + 31)).isNotNull();
        assertThat(timing.at(Trigger.RENEWAL, Shelf.TODAY + 32)).isNull();
        assertThat(timing.at(Trigger.RENEWAL, null)).isNull();
        // Tomorrow itself, on which the offers go out, opens the one and closes the other.
        assertThat(timing.at(Trigger.POST_PURCHASE, Shelf.TODAY + 1))
                .isEqualTo(new Moment(Trigger.POST_PURCHASE, Shelf.TODAY + 1, Shelf.TODAY + 15, 1.5));
        assertThat(timing.at(Trigger.POST_PURCHASE, Shelf.TODAY + 2)).isNull();
        assertThat(timing.at(Trigger.RENEWAL, Shelf.TODAY + 1))
                .isEqualTo(new Moment(Trigger.RENEWAL, Shelf.TODAY + 1, Shelf.TODAY + 1, 1.5));
        assertThat(timing.at(Trigger.RENEWAL, Shelf.TODAY)).isNull();
    }

    @Test
    void theWeightiestMomentWinsAndTheFirstOfEqualOnes() {
        Moment light = timing.at(Trigger.ONBOARDING_DONE, Shelf.TODAY - 60);
        Moment first = timing.at(Trigger.RENEWAL, Shelf.TODAY + 20);
        Moment second = timing.at(Trigger.POST_PURCHASE, Shelf.TODAY - 3);
        assertThat(timing.best(light, first, second)).isEqualTo(first);
        assertThat(timing.best(null, light)).isEqualTo(light);
        assertThat(timing.best(null, null).trigger()).isEqualTo(Trigger.NONE);
    }

    @Test
    void anOfferNeverEndsBeforeItStarts() {
        Moment none = timing.best();
        assertThat(none.from()).isEqualTo(Shelf.TODAY + 1);
        assertThat(none.to()).isEqualTo(Shelf.TODAY + 14);
        assertThat(none.endingBy(Shelf.TODAY + 5).to()).isEqualTo(Shelf.TODAY + 5);
        assertThat(none.endingBy(null)).isEqualTo(none);
        // What it builds on ended before the offer could start: it is a day long, of that day.
        Moment over = none.endingBy(Shelf.TODAY - 2);
        assertThat(over.from()).isEqualTo(Shelf.TODAY - 2);
        assertThat(over.to()).isEqualTo(Shelf.TODAY - 2);
    }
}
