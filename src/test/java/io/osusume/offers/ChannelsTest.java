package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ChannelsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A usual response counts as ten contacts; who is loyal from .7 on is spoken to in person. */
class ChannelsTest {
    /** Everybody: of 100 mails 20 are welcome, of 50 calls 15. */
    private static final Map<String, double[]> USUAL =
            Map.of("email", new double[] {100, 20}, "phone", new double[] {50, 15});

    private static Channels channels(String... allowed) {
        return new Channels(
                new ChannelsConfig(List.of(allowed), "letter", 10, "in_person", .7, 7),
                List.of("clicked", "answered"),
                USUAL);
    }

    private static String of(Channels channels, Target.Touch... touches) {
        return channels.of(target(Optional.empty(), .9, touches));
    }

    private static Target target(Optional<String> owner, double loyalty, Target.Touch... touches) {
        Target t = Shelf.who("ready").loyal(loyalty).target();
        Target.Recipient r = t.recipient();
        Target.Profile p = t.profile();
        return new Target(
                new Target.Recipient(
                        r.type(), r.id(), r.customerId(), r.accountId(), owner.orElse(null), r.locale(), r.arm()),
                t.state(),
                new Target.Profile(p.held(), p.uses(), p.interests(), p.likely(), p.past(), List.of(touches)),
                t.standing());
    }

    private static Target.Touch touch(String channel, String response) {
        return new Target.Touch(channel, response, Shelf.TODAY);
    }

    @Test
    void withoutTouchesTheUsuallyBestChannelIsTaken() {
        assertThat(of(channels())).isEqualTo("phone"); // .3 against .2
    }

    @Test
    void aFewTouchesMoveTheUsualResponse() {
        // Phone (0 + 10 · .3)/(n + 10) against email's 10 · .2/10 = .2: 3/15 is no less, 3/16 is.
        Target.Touch silent = touch("phone", "no_answer");
        assertThat(of(channels(), silent, silent, silent, silent)).isEqualTo("phone"); // 3/14 = .214
        assertThat(of(channels(), silent, silent, silent, silent, silent, silent))
                .isEqualTo("email");
        // Email (2 + 10 · .2)/(2 + 10) = .333 against .3; one welcome alone is (1 + 2)/11 = .273.
        assertThat(of(channels(), touch("email", "clicked"))).isEqualTo("phone");
        assertThat(of(channels(), touch("email", "clicked"), touch("email", "answered")))
                .isEqualTo("email");
        assertThat(of(channels(), touch("email", "opened"), touch("email", null)))
                .as("not welcome")
                .isEqualTo("phone");
    }

    @Test
    void whereTheLatestTouchDidNotArriveTheNextBestIsTaken() {
        assertThat(of(channels(), touch("phone", "bounced"))).isEqualTo("email");
        assertThat(of(channels(), touch("phone", "bounced"), touch("phone", "none")))
                .isEqualTo("email");
        Target.Touch before = new Target.Touch("phone", "bounced", Shelf.TODAY - 30);
        assertThat(of(channels(), before, touch("phone", "answered"))).isEqualTo("phone");
        assertThat(of(channels("phone", "sms"), touch("phone", "bounced"))).isEqualTo("sms");
    }

    @Test
    void onlyAllowedChannelsAreTaken() {
        assertThat(of(channels("email", "sms"))).isEqualTo("email");
        assertThat(of(channels("sms", "chat")))
                .as("none was ever used: the first by name")
                .isEqualTo("chat");
    }

    @Test
    void whereNothingIsKnownItIsTheStandard() {
        Channels none = new Channels(
                new ChannelsConfig(List.of(), "letter", 10, "in_person", .7, 7), List.of("clicked"), Map.of());
        assertThat(of(none)).isEqualTo("letter");
    }

    @Test
    void theMostLoyalWhoHaveAnOwnerAreSpokenToInPerson() {
        assertThat(channels().of(target(Optional.of("o"), .7))).isEqualTo("in_person");
        assertThat(channels().of(target(Optional.of("o"), .69))).isEqualTo("phone");
        assertThat(channels().of(target(Optional.empty(), 1))).isEqualTo("phone");
    }

    @Test
    void theNextTouchIsAWeekAfterTheLastAndNeverBeforeTomorrow() {
        assertThat(channels().nextTouch(100, 101)).isEqualTo(107);
        assertThat(channels().nextTouch(100, 107)).isEqualTo(107);
        assertThat(channels().nextTouch(100, 110)).isEqualTo(110);
    }
}
