package io.osusume.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The names that are published, configured and read: a contract with every table and configuration that there is. A new
 * type or trigger is free; one that is gone or renamed breaks it.
 */
class VocabularyTest {
    @Test
    void theNamesAreThoseOfTheContract() {
        assertThat(Word.wires(OfferType.class))
                .contains("cross_sell", "upsell", "downsell", "bundle", "subscribe", "nurture");
        assertThat(Word.wires(Trigger.class))
                .contains(
                        "post_purchase",
                        "renewal",
                        "usage_limit",
                        "heavy_spend",
                        "interest",
                        "replenishment",
                        "onboarding_done",
                        "cancel_risk",
                        "account_surge",
                        "none");
        assertThat(Word.wires(Segment.class))
                .containsExactly("opted_out", "care", "at_risk", "fatigued", "ready", "develop", "watch", "nurture");
        assertThat(Word.wires(OfferEventType.class))
                .containsExactly("delivered", "viewed", "clicked", "accepted", "declined", "unsubscribed", "withheld");
        assertThat(Word.wires(Billing.class))
                .containsExactly("one_time", "weekly", "monthly", "quarterly", "half_yearly", "annual");
        assertThat(Word.wires(Arm.class)).containsExactly("treated", "control");
        assertThat(Word.wires(BasketKind.class)).containsExactly("order", "customer", "contract");
    }

    @Test
    void aWordIsFoundByItsNameAndShownByIt() {
        assertThat(Word.of(Segment.class, "at_risk")).contains(Segment.AT_RISK);
        assertThat(Word.of(Segment.class, "AT_RISK")).isEmpty();
        assertThat(Word.of(Segment.class, null)).isEmpty();
        assertThat(Stream.of(Trigger.values())).allSatisfy(t -> assertThat(t).hasToString(t.wire()));
    }

    @Test
    void contractsArePaidByMonthOrYear() {
        assertThat(Billing.byContract()).containsExactly("weekly", "monthly", "quarterly", "half_yearly", "annual");
        assertThat(Billing.periodsPerYear("monthly")).isEqualTo(12);
        assertThat(Billing.periodsPerYear("24")).isEqualTo(0.5);
        assertThat(Billing.periodsPerYear("5")).isEqualTo(2.4);
        assertThat(Billing.periodsPerYear("one_time")).isZero();
        assertThat(Billing.periodsPerYear("annual")).isEqualTo(1);
    }
}
