package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.tables.OfferType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person decided, and what a customer told. As-of 2026-06-30, offers go out on 07-01. */
class SignsTest {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            Shelf.goods("pc", 100_000),
            Shelf.goods("mouse", 4_000),
            Shelf.goods("lamp", 9_000),
            Shelf.plan("basic", "plan", 1, 10_000),
            Shelf.plan("team", "plan", 2, 30_000)));
    private static final List<Proposal.Rule> RULES =
            List.of(Shelf.rule("pc", "mouse", .2, 5), Shelf.rule("pc", "lamp", .5, 5));

    private static List<Decider.Decision> decide(Shelf.Who who) {
        return Shelf.decider(CATALOGUE, Shelf.config(), RULES).decide(who.target(), Set.of());
    }

    private static Shelf.Who who() {
        return Shelf.who("ready")
                .has(Shelf.bought("pc", 3), Shelf.contract("basic", 400, 200, null))
                .uses(new Target.Use("basic", "seats", 1.0, 1.0, 100, 1.0, 4));
    }

    private static String fate(Shelf.Who who, String product) {
        return decide(who).stream()
                .filter(d -> d.candidate().proposal().offers(product))
                .map(d -> d.stopped()
                        .map(s -> s.code() + " " + s.by() + " "
                                + (s.releaseDay() == null ? "" : s.releaseDay() - Shelf.TODAY))
                        .orElse("offered " + d.rank()))
                .findFirst()
                .orElse("no candidate");
    }

    @Test
    void whatAPersonHoldsIsNotOfferedUntilTheDayAfter() {
        Sign hold = new Sign(Sign.Kind.HOLD, "mouse", null, Shelf.TODAY + 9, "Aoki: recall");
        assertThat(fate(who().sign(hold), "mouse")).isEqualTo("held_by_person Aoki: recall 10");
        assertThat(fate(who().sign(hold), "lamp")).startsWith("offered");
        assertThat(fate(who().sign(new Sign(Sign.Kind.HOLD, null, OfferType.UPSELL, null, null)), "team"))
                .isEqualTo("held_by_person null ");
        assertThat(fate(who().sign(new Sign(Sign.Kind.HOLD, null, OfferType.UPSELL, null, null)), "mouse"))
                .startsWith("offered");
    }

    @Test
    void whatAPersonPinsComesFirstWhereNothingElseStopsIt() {
        assertThat(fate(who(), "mouse")).isEqualTo("offered 3");
        Sign pin = new Sign(Sign.Kind.PIN, "mouse", null, null, null);
        assertThat(fate(who().sign(pin), "mouse")).isEqualTo("offered 1");
        assertThat(fate(who().sign(pin).past("cross_sell", "mouse", "declined", 10), "mouse"))
                .isEqualTo("declined null 50");
    }

    @Test
    void aLowMarkOrASevereCaseSilencesSalesForSomeDays() {
        assertThat(fate(who().sign(Sign.Kind.LOW_MARK, null, 1), "team")).isEqualTo("unhappy null 29");
        assertThat(fate(who().sign(Sign.Kind.LOW_MARK, null, 1), "mouse")).isEqualTo("unhappy null 29");
        assertThat(fate(who().sign(Sign.Kind.LOW_MARK, null, 29), "mouse")).startsWith("offered");
        assertThat(fate(who().sign(Sign.Kind.SEVERE_CASE, null, 1), "mouse")).isEqualTo("unhappy null 13");
        assertThat(fate(who().sign(Sign.Kind.SEVERE_CASE, null, 13), "mouse")).startsWith("offered");
    }

    /** Nobody who owes is sold more; a step down may be what they can pay. */
    @Test
    void whoOwesAPaymentIsSoldNothing() {
        assertThat(fate(who().sign(Sign.Kind.UNPAID, null, null), "team")).startsWith("unpaid");
        assertThat(fate(who().sign(Sign.Kind.UNPAID, null, null), "mouse")).startsWith("unpaid");
        Shelf.Who leaving = Shelf.who("at_risk").has(Shelf.contract("team", 400, 10, 3));
        assertThat(fate(leaving.sign(Sign.Kind.UNPAID, null, null), "basic")).startsWith("offered");
    }

    @Test
    void whoRestsIsSoldNothingUntilTheContractGoesOn() {
        assertThat(fate(who().sign(Sign.Kind.RESTS, null, -30), "team")).isEqualTo("resting null 30");
        assertThat(fate(who().sign(Sign.Kind.RESTS, null, -30), "mouse")).isEqualTo("resting null 30");
        // Until further notice.
        assertThat(fate(who().sign(Sign.Kind.RESTS, null, -20_000), "mouse")).isEqualTo("resting null ");
    }

    @Test
    void aDetractorIsOfferedNothingDearerOfWhatTheyHave() {
        assertThat(fate(who(), "team")).startsWith("offered");
        assertThat(fate(who().sign(Sign.Kind.DETRACTOR, null, null), "team")).startsWith("detractor");
        assertThat(fate(who().sign(Sign.Kind.DETRACTOR, null, null), "mouse")).startsWith("offered");
    }

    /** A higher tier covers a lower one. */
    @Test
    void whatTheCompanyHasEnoughOfItsPeopleAreNotOffered() {
        Shelf.Who looked = Shelf.who("ready").has(Shelf.bought("pc", 3)).likes("basic", 9, 1);
        assertThat(fate(looked, "basic")).startsWith("offered");
        assertThat(fate(looked.sign(Sign.Kind.COMPANY_HAS, "team", null), "basic"))
                .isEqualTo("company_has team ");
    }

    /** The window of usage_limit is 14 days. */
    @Test
    void aRefusedRequestIsAnUpsellWithoutAnyUsage() {
        Shelf.Who basic = Shelf.who("ready").has(Shelf.contract("basic", 400, 200, null));
        assertThat(fate(basic, "team")).isEqualTo("no candidate");
        assertThat(decide(basic.sign(Sign.Kind.LIMIT_REFUSED, "basic", 2)))
                .filteredOn(d -> d.candidate().proposal().offers("team"))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.rank()).isEqualTo(1);
                    assertThat(d.candidate().proposal().moment().trigger().wire())
                            .isEqualTo("usage_limit");
                    assertThat(d.candidate().proposal().moment().to()).isEqualTo(Shelf.TODAY + 12);
                });
        assertThat(fate(
                        Shelf.who("ready")
                                .has(Shelf.contract("basic", 400, 200, null))
                                .sign(Sign.Kind.LIMIT_REFUSED, "basic", 15),
                        "team"))
                .isEqualTo("no candidate");
    }

    /** The window of renewal is 30 days; a trial that is paid for goes on by itself. */
    @Test
    void theEndOfAFreeTrialIsAnUpsellToThePlanThatFollows() {
        Shelf.Who trying = Shelf.who("ready").has(Shelf.contract("try", 5, 5, null));
        assertThat(upsold(trying.sign(Sign.Kind.TRIAL_ENDS, "try", -9))).containsExactly("trial_ends renewal basic");
        assertThat(upsold(Shelf.who("ready")
                        .has(Shelf.contract("try", 5, 5, null))
                        .sign(Sign.Kind.TRIAL_ENDS, "try", -40)))
                .isEmpty();
        assertThat(upsold(Shelf.who("ready")
                        .has(Shelf.contract("basic", 5, 5, null))
                        .sign(Sign.Kind.TRIAL_ENDS, "basic", -9)))
                .isEmpty();
    }

    private static List<String> upsold(Shelf.Who who) {
        var config = Shelf.config();
        Catalogue ladder = Shelf.catalogue(
                Shelf.plan("try", "workspace", 0, 0),
                Shelf.plan("basic", "workspace", 1, 1_000),
                Shelf.plan("team", "workspace", 2, 3_000));
        return new Upsell(config.offers().upsell(), Shelf.known(ladder, config))
                .propose(who.target()).stream()
                        .map(p -> p.reason().code() + " " + p.moment().trigger().wire() + " "
                                + p.subject().productId())
                        .toList();
    }
}
