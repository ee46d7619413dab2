package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {
    private final Timing timing = new Timing(Shelf.config().offers().triggers(), Shelf.AS_OF);

    @Test
    void aTriggerIsLiveWhileTomorrowLiesInItsWindow() {
        assertThat(timing.at("post_purchase", Shelf.TODAY - 3))
                .isEqualTo(new Moment("post_purchase", Shelf.TODAY + 1, Shelf.TODAY + 11, 1.5));
        assertThat(timing.at("post_purchase", Shelf.TODAY - 13)).isNotNull();
        assertThat(timing.at("post_purchase", Shelf.TODAY - 14)).isNull();
        assertThat(timing.at("renewal", Shelf.TODAY + 31)).isNotNull();
        assertThat(timing.at("renewal", Shelf.TODAY + 32)).isNull();
        assertThat(timing.at("renewal", null)).isNull();
    }

    @Test
    void theWeightiestMomentWinsAndTheFirstOfEqualOnes() {
        Moment light = timing.at("onboarding_done", Shelf.TODAY - 60);
        Moment first = timing.at("renewal", Shelf.TODAY + 20);
        Moment second = timing.at("post_purchase", Shelf.TODAY - 3);
        assertThat(timing.best(light, first, second)).isEqualTo(first);
        assertThat(timing.best(null, light)).isEqualTo(light);
        assertThat(timing.best(null, null).trigger()).isEqualTo("none");
    }

    @Test
    void anOfferNeverEndsBeforeItStarts() {
        Moment none = timing.best();
        assertThat(none.from()).isEqualTo(Shelf.TODAY + 1);
        assertThat(none.to()).isEqualTo(Shelf.TODAY + 14);
        assertThat(none.endingBy(Shelf.TODAY + 5).to()).isEqualTo(Shelf.TODAY + 5);
        assertThat(none.endingBy(null)).isEqualTo(none);
    }
}
