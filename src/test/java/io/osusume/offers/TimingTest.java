package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.tables.Trigger;
import org.junit.jupiter.api.Test;

class TimingTest {
    private final Timing timing = timing();

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

    /** 2026-06-30 is a Tuesday. */
    @Test
    void nothingGoesOutOnDaysWithoutContact() {
        Timing afterTheWeek = timing("wednesday", "2026-07-02", "Saturday");
        assertThat(afterTheWeek.first()).isEqualTo(Shelf.TODAY + 3);
        assertThat(afterTheWeek.contactDay(Shelf.TODAY + 4)).isEqualTo(Shelf.TODAY + 5);
        assertThat(afterTheWeek.at(Trigger.POST_PURCHASE, Shelf.TODAY - 11))
                .isEqualTo(new Moment(Trigger.POST_PURCHASE, Shelf.TODAY + 3, Shelf.TODAY + 3, 1.5));
        assertThat(afterTheWeek.at(Trigger.POST_PURCHASE, Shelf.TODAY - 12)).isNull();
        assertThat(afterTheWeek.now(Trigger.NONE).from()).isEqualTo(Shelf.TODAY + 3);
        assertThat(timing().first()).isEqualTo(Shelf.TODAY + 1);
    }

    @Test
    void aDayWithoutContactIsAWeekdayOrADate() {
        assertThatThrownBy(() -> timing("sundai", "25.12.2026"))
                .hasMessageContaining("offers.no_contact_days = sundai")
                .hasMessageContaining("is no weekday and no date")
                .hasMessageContaining("did you mean \"sunday\"?")
                .hasMessageContaining("offers.no_contact_days = 25.12.2026")
                .hasMessageContaining("or a date such as 2026-12-25");
        assertThatThrownBy(() -> timing("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
                .hasMessageContaining("leaves no day");
    }

    private static Timing timing(String... noContact) {
        var offers = Shelf.config(
                        "offers.triggers.post_purchase.weight=1.5",
                        "offers.triggers.renewal.weight=1.5",
                        "offers.no_contact_days=[" + String.join(", ", noContact) + "]")
                .offers();
        return new Timing(offers.triggers(), offers.contactDays(), Shelf.AS_OF);
    }
}
