package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.Sale;
import io.osusume.config.OsusumeConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must not be sold beside what, on every path on which a product becomes an offer. As-of 2026-06-30. */
class SafetyTest {
    private static final OsusumeConfig CONFIG =
            Shelf.config("offers.max_per_customer=12", "offers.max_per_type.bundle=5");

    private static List<Decider.Decision> decide(
            Shelf.Who who, List<Proposal.Rule> rules, List<BundlesByItem.Bundle> sets, Item... items) {
        return Shelf.decider(Catalogue.of(List.of(items)), CONFIG, rules, sets).decide(who.target(), Set.of());
    }

    private static String fate(List<Decider.Decision> decisions, String key) {
        return decisions.stream()
                .filter(d -> d.candidate().proposal().subject().key().equals(key))
                .map(d -> d.stopped()
                        .map(s -> s.code() + (s.by() == null ? "" : " by " + s.by()))
                        .orElse("offered"))
                .findFirst()
                .orElse("not a candidate");
    }

    private static BundlesByItem.Bundle set(String id, String... items) {
        return new BundlesByItem.Bundle(
                id, List.of(items), BigDecimal.valueOf(200), BigDecimal.valueOf(180), 60, 2, null);
    }

    private static Item excluding(Item item, String... others) {
        return item.with(
                new Item.SaleTerms(Sale.OPEN, item.terms().consumable(), Item.Required.NOTHING, Set.of(others), null));
    }

    private static Item requiring(Item item, boolean all, String... others) {
        return item.with(new Item.SaleTerms(Sale.OPEN, false, new Item.Required(Set.of(others), all), Set.of(), null));
    }

    private static Item sold(Item item, Integer lastDay, boolean offerable) {
        return item.with(new Item.SaleTerms(
                new Sale(true, lastDay, offerable, true),
                item.terms().consumable(),
                Item.Required.NOTHING,
                Set.of(),
                null));
    }

    private static Item inCategory(Item item, String category) {
        return Item.of(new Item.Label(item.id(), item.id(), category, null), item.tariff(), item.terms());
    }

    /** The rule's anchor excludes the part, or the part its anchor: on whichever row it stands. */
    @Test
    void aPartThatDoesNotFitItsOwnAnchorIsNotOffered() {
        List<Proposal.Rule> rules = List.of(Shelf.rule("kayak", "rack", .9, 9));
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("kayak", 3));
        Item kayak = Shelf.goods("kayak", 900);
        Item rack = Shelf.goods("rack", 100);
        assertThat(fate(decide(who, rules, List.of(), kayak, excluding(rack, "kayak")), "rack"))
                .isEqualTo("ineligible by kayak");
        assertThat(fate(decide(who, rules, List.of(), excluding(kayak, "rack"), rack), "rack"))
                .isEqualTo("ineligible by kayak");
    }

    @Test
    void whatExcludesEachOtherIsNoSet() {
        Shelf.Who who = Shelf.who("ready").likes("tonic", 9, 1);
        Item tonic = Shelf.consumable("tonic", 100);
        Item pills = Shelf.consumable("pills", 100);
        List<BundlesByItem.Bundle> sets = List.of(set("both", "pills", "tonic"));
        assertThat(fate(decide(who, List.of(), sets, tonic, pills), "both"))
                .as("which may be sold, beside the better offer of a part")
                .isEqualTo("contradictory by tonic");
        assertThat(fate(decide(who, List.of(), sets, excluding(tonic, "pills"), pills), "both"))
                .isEqualTo("ineligible by tonic");
        assertThat(fate(decide(who, List.of(), sets, tonic, excluding(pills, "tonic")), "both"))
                .isEqualTo("ineligible by tonic");
    }

    @Test
    void twoSizesOfOneThingAreNoSet() {
        Shelf.Who who = Shelf.who("ready").likes("boots-41", 9, 1);
        Item small = Shelf.goods("boots-41", 100).with(new Item.Ladder("boots", null, null, null));
        Item large = Shelf.goods("boots-42", 100).with(new Item.Ladder("boots", null, null, null));
        assertThat(fate(decide(who, List.of(), List.of(set("pair", "boots-41", "boots-42")), small, large), "pair"))
                .isEqualTo("ineligible by boots-42");
    }

    /** Of a kind that only a path names the ranking alone offers one; what a rule or interest names may stand beside it. */
    @Test
    void oneOfAKindIsOffered() {
        Shelf.Who who = Shelf.who("ready").likely("touring-60", .05, null).likely("touring-50", .04, null);
        assertThat(bikes(who, List.of(), "Bikes/Touring")).containsExactly("offered", "contradictory by touring-60");
        assertThat(bikes(who, List.of(), "Bikes")).containsOnly("offered");
        Shelf.Who both = Shelf.who("ready").likes("touring-60", 9, 1).likes("touring-50", 8, 1);
        assertThat(bikes(both, List.of(), "Bikes/Touring")).containsOnly("offered");
        Shelf.Who rider = Shelf.who("ready")
                .likely("touring-60", .05, null)
                .likely("touring-50", .04, null)
                .has(Shelf.bought("helmet", 90));
        assertThat(bikes(rider, List.of(Shelf.rule("helmet", "touring-50", .9, 9)), "Bikes/Touring"))
                .containsOnly("offered");
    }

    private static List<String> bikes(Shelf.Who who, List<Proposal.Rule> rules, String category) {
        Item helmet = Shelf.goods("helmet", 100);
        List<Decider.Decision> decisions =
                decide(who, rules, List.of(), helmet, of(category, "touring-60"), of(category, "touring-50"));
        return List.of(fate(decisions, "touring-60"), fate(decisions, "touring-50"));
    }

    private static Item of(String category, String id) {
        Item item = Shelf.goods(id, 100);
        return new Item(
                new Item.Label(id, id, category, null), item.tariff(), item.terms(), item.ladder(), item.observed());
    }

    @Test
    void whatIsRequiredIsOwnedOrInTheSet() {
        Item lens = requiring(Shelf.goods("lens", 100), false, "body");
        Item body = Shelf.goods("body", 100);
        List<Decider.Decision> decisions = decide(
                Shelf.who("ready").likes("lens", 9, 1), List.of(), List.of(set("start", "body", "lens")), lens, body);
        assertThat(fate(decisions, "lens")).isEqualTo("ineligible by body");
        assertThat(fate(decisions, "start")).isEqualTo("offered");
    }

    @Test
    void oneOrAllIsRequiredAsTheColumnSays() {
        Item body = Shelf.goods("body", 100);
        Item mount = Shelf.goods("mount", 100);
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("body", 30)).likes("lens", 9, 1);
        Item one = requiring(Shelf.goods("lens", 100), false, "body", "mount");
        Item all = requiring(Shelf.goods("lens", 100), true, "body", "mount");
        assertThat(fate(decide(who, List.of(), List.of(), body, mount, one), "lens"))
                .isEqualTo("offered");
        assertThat(fate(decide(who, List.of(), List.of(), body, mount, all), "lens"))
                .isEqualTo("ineligible by mount");
    }

    /** Compared two for a week, bought one yesterday; the accessory that goes with it is still there. */
    @Test
    void noSecondOneOfWhatWasJustChosen() {
        Item a = inCategory(Shelf.goods("oven-a", 900), "oven");
        Item b = inCategory(Shelf.goods("oven-b", 950), "oven");
        Item tray = inCategory(Shelf.goods("tray", 40), "tray");
        List<Proposal.Rule> rules = List.of(Shelf.rule("oven-a", "tray", .9, 9));
        List<BundlesByItem.Bundle> sets = List.of(set("b-and-tray", "oven-b", "tray"));
        List<Decider.Decision> decisions = decide(
                Shelf.who("ready").has(Shelf.bought("oven-a", 0)).likes("oven-b", 9, 0), rules, sets, a, b, tray);
        assertThat(fate(decisions, "oven-b")).isEqualTo("just_bought by oven-a");
        assertThat(fate(decisions, "b-and-tray")).isEqualTo("just_bought by oven-a");
        assertThat(fate(decisions, "tray")).isEqualTo("offered");
        assertThat(decisions.stream()
                        .filter(d -> d.candidate().proposal().subject().key().equals("oven-b"))
                        .map(d -> d.stopped().orElseThrow().releaseDay()))
                .containsExactly(Shelf.TODAY + 60);
    }

    /** In a category of one level new interest counts, in a path of two the kind is bought; sixty days later it is free. */
    @Test
    void aPathOfCategoriesNamesAKind() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.bought("tights", 10)).likes("other", 9, 2);
        for (String[] c : new String[][] {
            {"Clothing", "Clothing", "offered"},
            {"Clothing/Tights", "Clothing/Tights", "just_bought by tights"},
            {"Clothing/Tights", "Clothing/Hats", "offered"}
        }) {
            assertThat(fate(
                            decide(
                                    who,
                                    List.of(),
                                    List.of(),
                                    inCategory(Shelf.goods("tights", 10), c[0]),
                                    inCategory(Shelf.goods("other", 10), c[1])),
                            "other"))
                    .as(c[1])
                    .isEqualTo(c[2]);
        }
        Shelf.Who later = Shelf.who("ready").has(Shelf.bought("tights", 60)).likes("other", 9, 2);
        assertThat(fate(
                        decide(
                                later,
                                List.of(),
                                List.of(),
                                inCategory(Shelf.goods("tights", 10), "Clothing/Tights"),
                                inCategory(Shelf.goods("other", 10), "Clothing/Tights")),
                        "other"))
                .isEqualTo("offered");
    }

    /** Twice the dearest thing had is the band: a set with something beyond it is none. */
    @Test
    void setsKeepThePriceBand() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.consumed("bell", 40, 3)).likes("bell", 9, 1);
        Item bell = Shelf.consumable("bell", 35);
        assertThat(fate(
                        decide(who, List.of(), List.of(set("ride", "bell", "bike")), bell, Shelf.goods("bike", 2_000)),
                        "ride"))
                .isEqualTo("ineligible");
        assertThat(fate(
                        decide(who, List.of(), List.of(set("ride", "bell", "bike")), bell, Shelf.goods("bike", 70)),
                        "ride"))
                .isEqualTo("offered");
    }

    @Test
    void whatIsFreeOrForbiddenIsOfferedOnNoPath() {
        List<Proposal.Rule> rules = List.of(Shelf.rule("shirt", "bag", .9, 9), Shelf.rule("shirt", "cigars", .9, 9));
        List<BundlesByItem.Bundle> sets = List.of(set("free", "bag", "socks"), set("smoke", "cigars", "socks"));
        List<Decider.Decision> decisions = decide(
                Shelf.who("ready")
                        .has(Shelf.bought("shirt", 3))
                        .likes("bag", 9, 1)
                        .likes("socks", 9, 1),
                rules,
                sets,
                Shelf.goods("shirt", 100),
                Shelf.goods("bag", 0),
                sold(Shelf.goods("cigars", 50), null, false),
                Shelf.goods("socks", 30));
        assertThat(fate(decisions, "bag")).isEqualTo("not_offerable by bag");
        assertThat(fate(decisions, "cigars")).isEqualTo("not_offerable by cigars");
        assertThat(fate(decisions, "free")).isIn("not_offerable by bag", "not a candidate");
        assertThat(fate(decisions, "smoke")).isIn("not_offerable by cigars", "not a candidate");
        assertThat(fate(decisions, "socks")).isEqualTo("offered");
    }

    @Test
    void noOfferOutlivesItsProducts() {
        int last = Shelf.TODAY + 4;
        List<Decider.Decision> decisions = decide(
                Shelf.who("ready").has(Shelf.bought("shirt", 3)).likes("scarf", 9, 1),
                List.of(Shelf.rule("shirt", "hat", .9, 9)),
                List.of(set("warm", "hat", "scarf")),
                Shelf.goods("shirt", 100),
                sold(Shelf.goods("hat", 60), last, true),
                Shelf.goods("scarf", 60));
        assertThat(decisions)
                .filteredOn(d -> d.candidate().proposal().offers("hat"))
                .hasSize(2)
                .allMatch(d -> d.candidate().proposal().moment().to() == last);
        assertThat(decisions)
                .filteredOn(d -> d.candidate().proposal().subject().key().equals("scarf"))
                .allMatch(d -> d.candidate().proposal().moment().to() > last);
    }

    /** A second oven, itself stopped, contradicts the tray's set no more. */
    @Test
    void whatIsStoppedStopsNothing() {
        Item team = Shelf.plan("team", "plan", 2, 30_000);
        Item basic = Shelf.plan("basic", "plan", 1, 10_000);
        Item best = Shelf.plan("best", "plan", 3, 90_000);
        List<Decider.Decision> decisions = decide(
                Shelf.who("at_risk").has(Shelf.contract("team", 400, 10, 3)).likes("best", 9, 1),
                List.of(),
                List.of(),
                basic,
                team,
                best);
        assertThat(fate(decisions, "best")).isEqualTo("at_risk");
        assertThat(fate(decisions, "basic")).isEqualTo("offered");
    }

    /** 30 candidates of one kind, all at risk: the best twelve are listed, and the first counts the other eighteen. */
    @Test
    void whatIsBeyondTheBestTwelveIsCounted() {
        Item[] items = new Item[31];
        items[30] = Shelf.goods("pc", 100_000);
        List<Proposal.Rule> rules = new java.util.ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items[i] = Shelf.goods("g" + i, 1000 + i);
            rules.add(Shelf.rule("pc", "g" + i, .5, 5));
        }
        List<Decider.Decision> decisions =
                decide(Shelf.who("at_risk").has(Shelf.bought("pc", 3)), rules, List.of(), items);
        List<Decider.Decision> selling =
                decisions.stream().filter(d -> d.candidate().proposal().sells()).toList();
        assertThat(selling).hasSize(12);
        assertThat(selling).extracting(Decider.Decision::more).startsWith(18).endsWith(0);
    }
}
