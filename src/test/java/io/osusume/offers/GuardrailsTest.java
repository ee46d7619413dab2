package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.OfferType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each guardrail by itself, with its reason code and release date. */
class GuardrailsTest {
    private static final OsusumeConfig CONFIG = Shelf.config();
    private static final Catalogue CATALOGUE = Shelf.catalogue(
            Shelf.goods("pc", 100_000),
            Shelf.goods("mouse", 4_000),
            Shelf.inGroup(Shelf.goods("keys-a", 8_000), "keys"),
            Shelf.inGroup(Shelf.goods("keys-b", 9_000), "keys"),
            Shelf.requiring(Shelf.goods("dock", 15_000), "laptop"),
            Shelf.goods("laptop", 90_000),
            Shelf.plan("basic", "plan", 1, 10_000),
            Shelf.plan("team", "plan", 2, 30_000));
    private static final List<Proposal.Rule> RULES = List.of(
            Shelf.rule("pc", "mouse", .5, 5),
            Shelf.rule("pc", "keys-a", .4, 5),
            Shelf.rule("pc", "keys-b", .3, 5),
            Shelf.rule("pc", "dock", .2, 5));

    @Test
    void aReadyCustomerIsOfferedWhatFits() {
        assertThat(decide(Shelf.who("ready").has(Shelf.bought("pc", 3))))
                .extracting(GuardrailsTest::told)
                .containsExactlyInAnyOrder(
                        "mouse offered", "keys-b offered", "keys-a contradictory", "dock ineligible");
    }

    @Test
    void theStateOfTheCustomerStopsEverything() {
        assertThat(codes(Shelf.who("opted_out").has(Shelf.bought("pc", 3)).optedOut()))
                .containsOnly("opted_out");
        assertThat(codes(Shelf.who("develop").has(Shelf.bought("pc", 3)).neverAsked()))
                .containsOnly("no_consent");
        assertThat(codes(Shelf.who("care").has(Shelf.bought("pc", 3)).inCare())).containsOnly("open_issue");
        assertThat(codes(Shelf.who("fatigued").has(Shelf.bought("pc", 3)))).containsOnly("fatigued");
    }

    @Test
    void theContactCapHoldsUntilTheFirstOfTheLatestTouchesIsThirtyDaysOld() {
        Target target = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .touched(29, 20, 10, 2)
                .target();
        Guardrails.Stopped stopped = decide(target).get(0).stopped().orElseThrow();
        assertThat(stopped.code()).isEqualTo("contact_cap");
        assertThat(LocalDate.ofEpochDay(stopped.releaseDay())).isEqualTo("2026-07-02");
        assertThat(codes(Shelf.who("ready").has(Shelf.bought("pc", 3)).touched(30, 20, 10, 2)))
                .doesNotContain("contact_cap");
    }

    @Test
    void aDeliveredOfferIsATouch() {
        assertThat(codes(Shelf.who("ready")
                        .has(Shelf.bought("pc", 3))
                        .touched(20, 10, 2)
                        .past("upsell", "other", "delivered", 5)))
                .containsOnly("contact_cap");
    }

    @Test
    void whatGoesOutInOneMailIsOneTouch() {
        // Three offers on each of two days that contacts tell of too, and one more day: three touches, not nine.
        assertThat(codes(Shelf.who("ready")
                        .has(Shelf.bought("pc", 3))
                        .touched(20, 10, 2)
                        .past("upsell", "a", "delivered", 20)
                        .past("upsell", "b", "delivered", 20)
                        .past("upsell", "c", "delivered", 20)
                        .past("upsell", "a", "delivered", 10)
                        .past("upsell", "b", "delivered", 10)
                        .past("upsell", "c", "delivered", 10)))
                .doesNotContain("contact_cap");
        Touches touches = new Touches(CONFIG.offers().silence(), 4, Shelf.TODAY + 1);
        Target who = with(
                Shelf.who("ready").target(),
                List.of(
                        touch("email", "spring", 5),
                        touch("email", "spring", 5),
                        touch("email", null, 5),
                        touch("email", "sale", 4),
                        touch("email", "spring", 4),
                        touch("email", null, 3),
                        touch("phone", null, 3),
                        touch(null, null, 3)));
        assertThat(touches.days(who))
                .containsExactly(Shelf.TODAY - 5, Shelf.TODAY - 4, Shelf.TODAY - 4, Shelf.TODAY - 3, Shelf.TODAY - 3);
    }

    private static Target.Touch touch(String channel, String campaign, int daysAgo) {
        return new Target.Touch(new Target.Way(channel, campaign), "none", Shelf.TODAY - daysAgo);
    }

    private static Target with(Target target, List<Target.Touch> touches) {
        Target.Profile p = target.profile();
        return new Target(
                target.recipient(),
                target.state(),
                new Target.Profile(p.held(), p.uses(), p.interests(), p.likely(), p.past(), touches),
                target.standing());
    }

    @Test
    void whatWasAcceptedRestsUntilItShows() {
        Shelf.Who accepted = Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "accepted", 10);
        assertThat(stop(accepted, "mouse")).contains(new Guardrails.Stopped("accepted", Shelf.TODAY - 10 + 60));
        assertThat(stop(
                        Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "accepted", 60),
                        "mouse"))
                .isEmpty();
        // A plan that is not on file yet.
        assertThat(stop(
                        Shelf.who("ready")
                                .has(Shelf.contract("basic", 100, 60, null))
                                .uses(new Target.Use("basic", "seats", 1.0, 1.0, 100, 1.0, 4))
                                .past("upsell", "team", "accepted", 5),
                        "team"))
                .map(Guardrails.Stopped::code)
                .contains("accepted");
    }

    @Test
    void whoIsAtRiskIsOfferedAStepDownOnly() {
        Shelf.Who who = Shelf.who("at_risk")
                .has(Shelf.bought("pc", 3), Shelf.contract("team", 400, 10, 3))
                .uses(new Target.Use("team", "seats", 1.0, 1.0, 100, .2, 4));
        assertThat(decide(who))
                .extracting(GuardrailsTest::told)
                .contains("basic offered", "mouse at_risk", "keys-b at_risk");
    }

    @Test
    void whoIsNotReadyGetsContentOnly() {
        List<Decider.Decision> decisions = decide(Shelf.who("nurture").has(Shelf.bought("pc", 3)));
        assertThat(decisions)
                .filteredOn(d -> d.stopped().isEmpty())
                .extracting(d -> d.candidate().proposal().type())
                .containsExactly(OfferType.NURTURE);
        assertThat(decisions)
                .filteredOn(d -> d.candidate().proposal().sells())
                .extracting(d -> d.stopped().orElseThrow().code())
                .containsOnly("not_ready");
    }

    @Test
    void whatWasDeclinedRestsForSixtyDays() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "declined", 10);
        assertThat(stop(who, "mouse")).contains(new Guardrails.Stopped("declined", Shelf.TODAY - 10 + 60));
        assertThat(stop(
                        Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "declined", 59),
                        "mouse"))
                .isEmpty();
    }

    /** Such as a campaign of the company's own: 60 days, the figure for types that are not named. */
    @Test
    void aRefusalOfAnOfferOfNoTypeOfOursIsHonouredToo() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("pc", 3)).past("leaflet", "mouse", "declined", 10);
        assertThat(stop(who, "mouse")).contains(new Guardrails.Stopped("declined", Shelf.TODAY - 10 + 60));
    }

    @Test
    void threeRefusalsSilenceTheType() {
        Shelf.Who who = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .past("cross_sell", "x", "declined", 100)
                .past("cross_sell", "y", "declined", 50)
                .past("cross_sell", "z", "declined", 30);
        assertThat(stop(who, "mouse")).contains(new Guardrails.Stopped("declined", Shelf.TODAY - 30 + 120));
    }

    /** Given back or left 20 days ago: silent for 90 days from then. Left 91 days ago: no more. */
    @Test
    void whatIsHadNoMoreIsNotOfferedBackInTheWeeksAfter() {
        assertThat(stop(Shelf.who("ready").has(Shelf.bought("pc", 3)).has(Shelf.former("mouse", 20)), "mouse"))
                .contains(new Guardrails.Stopped("former", Shelf.TODAY - 20 + 90));
        assertThat(stop(Shelf.who("ready").has(Shelf.bought("pc", 3)).has(Shelf.former("mouse", 91)), "mouse"))
                .isEmpty();
    }

    @Test
    void whatWasIgnoredRestsForThirtyDaysFromTheDelivery() {
        assertThat(stop(
                        Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "delivered", 8),
                        "mouse"))
                .contains(new Guardrails.Stopped("ignored", Shelf.TODAY - 8 + 30));
        assertThat(stop(
                        Shelf.who("ready").has(Shelf.bought("pc", 3)).past("cross_sell", "mouse", "delivered", 6),
                        "mouse"))
                .as("still pending")
                .isEmpty();
        assertThat(stop(
                        Shelf.who("ready")
                                .has(Shelf.bought("pc", 3))
                                .past("cross_sell", "mouse", "delivered", 8)
                                .past("cross_sell", "mouse", "clicked", 7),
                        "mouse"))
                .as("there was a reaction")
                .isEmpty();
    }

    /** Of 20, and 30 for each of the two touches of the 30 days before. */
    @Test
    void theCostOfARefusalCountsTouchesOfThirtyDays() {
        OsusumeConfig config = Shelf.config("offers.fatigue_cost=20", "offers.fatigue_cost_per_touch=30");
        Target target =
                Shelf.who("ready").has(Shelf.bought("pc", 3)).touched(40, 20, 2).target();
        assertThat(Shelf.decider(CATALOGUE, config, RULES).decide(target, Set.of()))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.candidate().fatigueCost()).isEqualTo(80));
    }

    /** First delivered nine days ago, and every three days since. A reaction in between makes it a new offer from the next delivery on. */
    @Test
    void whoRepeatsAnOfferThatNobodyAnswersDoesNotStartAnew() {
        Shelf.Who repeated = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .past("cross_sell", "mouse", "delivered", 9)
                .past("cross_sell", "mouse", "delivered", 6)
                .past("cross_sell", "mouse", "viewed", 4)
                .past("cross_sell", "mouse", "delivered", 3);
        assertThat(stop(repeated, "mouse")).contains(new Guardrails.Stopped("ignored", Shelf.TODAY - 3 + 30));
        Shelf.Who answered = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .past("cross_sell", "mouse", "delivered", 9)
                .past("cross_sell", "mouse", "clicked", 7)
                .past("cross_sell", "mouse", "delivered", 3);
        assertThat(stop(answered, "mouse")).isEmpty();
        Shelf.Who reminded = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .past("cross_sell", "mouse", "delivered", 34)
                .past("cross_sell", "mouse", "delivered", 1);
        assertThat(stop(reminded, "mouse"))
                .as("after its rest once more, then it rests again")
                .contains(new Guardrails.Stopped("ignored", Shelf.TODAY - 1 + 30));
    }

    @Test
    void whatTheAccountIsOfferedItsPeopleAreNot() {
        assertThat(stop(Shelf.who("ready").has(Shelf.bought("pc", 3)).surges("mouse"), "mouse"))
                .contains(new Guardrails.Stopped("account_offer", null));
        Target account = Shelf.who("ready").surges("mouse").asAccount().target();
        assertThat(decide(account)).extracting(GuardrailsTest::told).containsExactly("mouse offered");
        Target owner = Shelf.who("ready")
                .has(Shelf.bought("mouse", 50))
                .surges("mouse")
                .asAccount()
                .target();
        assertThat(decide(owner)).extracting(GuardrailsTest::told).containsExactly("mouse owned");
    }

    /** Where the account gets nothing of it, its people are offered it as anybody. */
    @Test
    void colleaguesAreSilencedOnlyByWhatTheAccountIsOffered() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("pc", 3));
        assertThat(stop(who.surges(Set.of("keys-a"), "mouse", "keys-a"), "mouse"))
                .isEmpty();
        assertThat(stop(who.surges(Set.of("mouse"), "keys-a", "mouse"), "mouse"))
                .contains(new Guardrails.Stopped("account_offer", null));
    }

    /** Owned is the first; the second is offered, with who looked at it. */
    @Test
    void anAccountIsOfferedWhatElseItsPeopleLookInto() {
        Target owner = Shelf.who("ready")
                .has(Shelf.bought("mouse", 30))
                .surges(Set.of(), "mouse", "keys-a")
                .asAccount()
                .target();
        assertThat(decide(owner)).extracting(GuardrailsTest::told).contains("mouse owned", "keys-a offered");
        Proposal keys = decide(owner).stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> p.offers("keys-a"))
                .findFirst()
                .orElseThrow();
        assertThat(new ReasonText(Shelf.config("run.language=en"), CATALOGUE, "JPY").evidence(keys))
                .isEqualTo(
                        "4 people of the account active in 28 days, of 2 departments, 1 senior; 4 of them (hr, it) about"
                                + " name of keys-a.");
    }

    @Test
    void theDisloyalAreOfferedNoHigherTier() {
        Shelf.Who who = Shelf.who("ready")
                .has(Shelf.contract("basic", 100, null, null))
                .uses(new Target.Use("basic", "seats", .95, .9, 100, 1.0, 4));
        assertThat(stop(who, "team")).isEmpty();
        assertThat(stop(who.loyal(.1), "team")).contains(new Guardrails.Stopped("ineligible", null));
    }

    /** 2026-07-01 is a Wednesday, so the next day of contact is Monday the 6th. */
    @Test
    void whatEndsBeforeTheNextDayOfContactIsNotMade() {
        OsusumeConfig weekly = Shelf.config("offers.no_contact_days=[wednesday, thursday, friday, saturday, sunday]");
        Target target = Shelf.who("ready").has(Shelf.bought("pc", 3)).target();
        Target bought = Shelf.who("ready").has(Shelf.consumed("mouse", 9, 3)).target();
        for (int lastDay : new int[] {Shelf.TODAY + 4, Shelf.TODAY + 6}) {
            BundlesByItem.Bundle set = new BundlesByItem.Bundle(
                    "set",
                    List.of("keys-a", "mouse"),
                    BigDecimal.valueOf(200),
                    BigDecimal.valueOf(180),
                    600,
                    2,
                    lastDay);
            assertThat(Shelf.decider(CATALOGUE, weekly, List.of(), List.of(set)).decide(bought, Set.of()))
                    .extracting(GuardrailsTest::told)
                    .containsExactly(lastDay < Shelf.TODAY + 6 ? "set no_day_left" : "set offered");
        }
        assertThat(Shelf.decider(CATALOGUE, weekly, RULES).decide(target, Set.of()))
                .extracting(d -> d.candidate().proposal().moment().from())
                .containsOnly(Shelf.TODAY + 6);
    }

    @Test
    void offersThatAreWorthTooLittleAreNotMade() {
        OsusumeConfig dear = Shelf.config("offers.contact_cost=1000");
        assertThat(Shelf.decider(CATALOGUE, dear, RULES)
                        .decide(Shelf.who("ready").has(Shelf.bought("pc", 3)).target(), Set.of()))
                .filteredOn(d -> d.candidate().proposal().offers("mouse"))
                .extracting(GuardrailsTest::told)
                .containsExactly("mouse below_floor");
    }

    @Test
    void othersGetTheLastOnes() {
        Target target = Shelf.who("ready").has(Shelf.bought("pc", 3)).target();
        assertThat(Shelf.decider(CATALOGUE, CONFIG, RULES).decide(target, Set.of("mouse")))
                .extracting(GuardrailsTest::told)
                .contains("mouse over_limit", "keys-b offered");
    }

    private static List<Decider.Decision> decide(Shelf.Who who) {
        return decide(who.target());
    }

    private static List<Decider.Decision> decide(Target target) {
        return Shelf.decider(CATALOGUE, CONFIG, RULES).decide(target, Set.of());
    }

    private static List<String> codes(Shelf.Who who) {
        return decide(who).stream()
                .map(d -> d.stopped().map(Guardrails.Stopped::code).orElse("offered"))
                .toList();
    }

    private static Optional<Guardrails.Stopped> stop(Shelf.Who who, String product) {
        return decide(who).stream()
                .filter(d -> d.candidate().proposal().offers(product))
                .findFirst()
                .orElseThrow()
                .stopped();
    }

    private static String told(Decider.Decision decision) {
        return decision.candidate().proposal().subject().key() + " "
                + decision.stopped().map(Guardrails.Stopped::code).orElse("offered");
    }
}
