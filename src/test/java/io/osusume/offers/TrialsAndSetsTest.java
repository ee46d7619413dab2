package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.Sale;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A trial of a paid plan, a family that was left, the last part of a set. As-of 2026-06-30. */
class TrialsAndSetsTest {
    private static final Item[] LADDER = {
        Shelf.plan("basic", "mail", 1, 10), Shelf.plan("plus", "mail", 2, 30), Shelf.plan("max", "mail", 3, 90)
    };

    private static List<Decider.Decision> decide(Shelf.Who who, List<BundlesByItem.Bundle> sets, Item... items) {
        return Shelf.decider(Shelf.catalogue(items), Shelf.config("offers.max_per_customer=12"), List.of(), sets)
                .decide(who.target(), Set.of());
    }

    private static List<String> told(List<Decider.Decision> decisions) {
        return decisions.stream()
                .filter(d -> d.candidate().proposal().sells())
                .map(d -> d.candidate().proposal().type().wire() + " "
                        + d.candidate().proposal().subject().key() + " "
                        + d.stopped().map(Guardrails.Stopped::code).orElse("offered"))
                .sorted()
                .toList();
    }

    /** Nine days into the trial of plus, which ends in five: it is to go on; max is not the question yet. */
    @Test
    void aTrialOfAPaidPlanIsToGoOn() {
        Shelf.Who who =
                Shelf.who("ready").has(Shelf.contract("plus", 9, null, null)).likes("max", 9, 1);
        assertThat(told(decide(who, List.of(), LADDER))).contains("upsell max offered");
        List<Decider.Decision> decisions = decide(who.sign(Sign.Kind.TRIAL_ENDS, "plus", -5), List.of(), LADDER);
        assertThat(told(decisions)).contains("upsell plus offered").doesNotContain("upsell max offered");
        Proposal kept = decisions.stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> p.offers("plus"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.moment().to()).isLessThanOrEqualTo(Shelf.TODAY + 5);
        assertThat(kept.gain().price()).isEqualByComparingTo("30");
        assertThat(kept.gain().deltaLtv()).isPositive();
    }

    @Test
    void whoAskedToEndTheTrialIsNotAskedToKeepIt() {
        Shelf.Who who =
                Shelf.who("ready").has(Shelf.contract("plus", 9, null, 1)).sign(Sign.Kind.TRIAL_ENDS, "plus", -5);
        assertThat(told(decide(who, List.of(), LADDER))).noneMatch(t -> t.startsWith("upsell"));
    }

    /** No other plan of a family in the weeks after it was left; who moved up in it has not left it. */
    @Test
    void whoLeftAFamilyIsSoldNoPlanOfIt() {
        Shelf.Who left = Shelf.who("ready").has(Shelf.former("plus", 5)).likes("basic", 9, 1);
        assertThat(told(decide(left, List.of(), LADDER))).containsExactly("cross_sell basic former");
        Shelf.Who moved = Shelf.who("ready")
                .has(Shelf.former("basic", 5))
                .has(Shelf.contract("plus", 5, null, null))
                .likes("max", 9, 1);
        assertThat(told(decide(moved, List.of(), LADDER))).contains("upsell max offered");
    }

    private static Item lasting(String id, double price) {
        return Shelf.goods(id, price)
                .with(new Item.SaleTerms(Sale.OPEN, false, Item.Required.NOTHING, Set.of(), null, true));
    }

    private static BundlesByItem.Bundle trio() {
        return new BundlesByItem.Bundle(
                "trio",
                List.of("body", "lens", "tripod"),
                BigDecimal.valueOf(1000),
                BigDecimal.valueOf(900),
                200,
                5,
                null);
    }

    private static Shelf.Who photographer() {
        return Shelf.who("ready").has(Shelf.bought("body", 90)).has(Shelf.bought("lens", 4));
    }

    /** Own 500 + 300 of a set of 1,000 that costs 900: the tripod of 200 for 180. Its margin of 60 less the 20. */
    @Test
    void theLastPartOfASetComesAtTheSetsPrice() {
        List<Decider.Decision> decisions = decide(
                photographer(), List.of(trio()), lasting("body", 500), lasting("lens", 300), lasting("tripod", 200));
        assertThat(told(decisions)).contains("bundle trio offered");
        Proposal offer = decisions.stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> "trio".equals(p.subject().bundleId()))
                .findFirst()
                .orElseThrow();
        assertThat(offer.subject().items()).containsExactly("tripod");
        assertThat(offer.gain().price()).isEqualByComparingTo("180");
        assertThat(offer.gain().margin()).isCloseTo(40, within(1e-6));
        assertThat(offer.anchorId()).isEqualTo("lens");
    }

    /** Unless the list says that they last; and of one of three two are missing. */
    @Test
    void whatMayBeUsedUpIsNoSetToComplete() {
        Item[] unknown = {Shelf.goods("body", 500), Shelf.goods("lens", 300), Shelf.goods("tripod", 200)};
        assertThat(told(decide(photographer(), List.of(trio()), unknown))).isEmpty();
        Shelf.Who beginner = Shelf.who("ready").has(Shelf.bought("body", 4));
        assertThat(told(decide(
                        beginner, List.of(trio()), lasting("body", 500), lasting("lens", 300), lasting("tripod", 200))))
                .isEmpty();
    }

    /** It goes to where the targets are. */
    @Test
    void whatDecidesCanBeSent() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(Shelf.decider(Shelf.catalogue(LADDER), Shelf.config(), List.of(), List.of(trio())));
        }
    }
}
