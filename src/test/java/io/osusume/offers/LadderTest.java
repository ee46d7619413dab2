package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.Observed;
import io.osusume.catalogue.Sale;
import io.osusume.tables.OfferType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ladders as companies really keep them. */
class LadderTest {
    @Test
    void aGapIsSteppedOverAndEqualTiersAreNoStep() {
        Catalogue c = Shelf.catalogue(
                Shelf.plan("a", "f", 1, 10),
                Shelf.plan("b", "f", 4, 20),
                Shelf.plan("b2", "f", 4, 20),
                Shelf.plan("c", "f", 9, 30),
                Shelf.plan("x", "g", 2, 30));
        assertThat(c.item("a").ladder().higher()).isEqualTo("b");
        assertThat(c.item("b").ladder().higher()).isEqualTo("c");
        assertThat(c.item("b2").ladder().higher()).isEqualTo("c");
        assertThat(c.item("c").ladder().higher()).isNull();
        assertThat(c.item("c").ladder().lower()).isEqualTo("b");
        assertThat(c.item("b").ladder().lower()).isEqualTo("a");
        assertThat(c.item("a").ladder().lower()).isNull();
        assertThat(c.item("x").ladder().higher()).isNull();
    }

    /** Who pays by the year is led to the plan by the year, whatever the plans are called. */
    @Test
    void aStepStaysWithinTheBillingPeriodWhereItCan() {
        Catalogue c = Shelf.catalogue(
                yearly(Shelf.plan("a-year", "f", 2, 100)),
                Shelf.plan("m-month", "f", 2, 10),
                yearly(Shelf.plan("a-best-year", "f", 3, 200)),
                Shelf.plan("m-best-month", "f", 3, 20),
                Shelf.plan("m-top", "f", 4, 40));
        assertThat(c.item("m-month").ladder().higher()).isEqualTo("m-best-month");
        assertThat(c.item("a-year").ladder().higher()).isEqualTo("a-best-year");
        assertThat(c.item("m-best-month").ladder().lower()).isEqualTo("m-month");
        assertThat(c.item("a-best-year").ladder().lower()).isEqualTo("a-year");
        // The nearest tier first: the next one is sold by the month only.
        assertThat(c.item("a-best-year").ladder().higher()).isEqualTo("m-top");
    }

    /** Of two plans on the tier above and the tier below, one is archived; a ladder of archived plans leads to them, to say why not. */
    @Test
    void whatMayNotBeOfferedIsNoStepWhereThereIsAnother() {
        Catalogue c = Shelf.catalogue(
                archived(Shelf.plan("a-old", "f", 1, 9_000)),
                Shelf.plan("b", "f", 1, 10_000),
                Shelf.plan("c", "f", 2, 20_000),
                archived(Shelf.plan("d-old", "f", 3, 28_000)),
                Shelf.plan("e", "f", 3, 30_000),
                archived(Shelf.plan("f-old", "f", 4, 40_000)));
        assertThat(c.item("c").ladder().higher()).isEqualTo("e");
        assertThat(c.item("c").ladder().lower()).isEqualTo("b");
        assertThat(c.item("e").ladder().higher()).isEqualTo("f-old");
        assertThat(new Alternatives(c, 0).of(c.item("c"), null).stream().map(a -> a.to().id()))
                .containsExactly("b");
    }

    private static Item archived(Item plan) {
        return plan.with(
                new Item.SaleTerms(new Sale(true, null, false, true), false, Item.Required.NOTHING, Set.of(), null));
    }

    private static Item yearly(Item item) {
        return item.with(new Item.Tariff(item.price(), item.margin(), 1));
    }

    /** By month; five units each. */
    @Test
    void aStepDownCostsLessThanWhatIsPaidNow() {
        // The list price: 12 · 5 · (30,000 − 10,000). An old price of 9,000: basic is dearer, 12 · 5 · (9,000 − 5,000),
        // which
        // is not told: on terms such as these another plan may cost less than its list price too.
        assertThat(stepDown(30_000)).isEqualTo("basic saves 1200000, told: yes");
        assertThat(stepDown(9_000)).isEqualTo("mini saves 240000, told: no");
        assertThat(stepDown(5_000)).isEqualTo("none");
    }

    private static String stepDown(double pays) {
        Catalogue c = Shelf.catalogue(
                Shelf.plan("mini", "f", 1, 5_000),
                Shelf.plan("basic", "f", 2, 10_000),
                Shelf.plan("team", "f", 3, 30_000));
        return stepDown(c, Shelf.paidContract("team", 5, 12 * 5 * pays, 3));
    }

    private static String stepDown(Catalogue c, Holding held) {
        Target target = Shelf.who("at_risk").has(held).target();
        return Shelf.decider(c, Shelf.config(), java.util.List.of()).decide(target, Set.of()).stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> p.type() == OfferType.DOWNSELL)
                .map(p -> p.subject().productId() + " saves "
                        + Math.round((Double) p.reason().figures().get("saving")) + ", told: "
                        + p.reason().figures().get("cheaper"))
                .findFirst()
                .orElse("none");
    }

    /**
     * Plans listed by the month, of which those who pay by the year pay ten months: five units of team for 5 · 300,000. Basic is
     * 5 · 100,000 then, and no 5 · 120,000; the saving of 1,000,000 is known. Of a lower plan that nobody pays by the year it is not.
     */
    @Test
    void whoPaysByTheYearIsOfferedWhatOthersPayByTheYear() {
        Holding.Pay pay = new Holding.Pay(5 * 300_000.0, "P12M");
        assertThat(down(pay, byYear(300_000), byYear(100_000))).isEqualTo("basic saves 1000000, told: yes");
        assertThat(down(pay, byYear(300_000), Map.of())).isEqualTo("basic saves 900000, told: no");
        // Less than others pay by the year: by agreement.
        assertThat(down(new Holding.Pay(5 * 250_000.0, "P12M"), byYear(300_000), byYear(100_000)))
                .isEqualTo("basic saves 750000, told: no");
        // One who pays by the month is not concerned.
        assertThat(down(new Holding.Pay(5 * 360_000.0, "P1M"), byYear(300_000), byYear(100_000)))
                .isEqualTo("basic saves 1200000, told: yes");
    }

    /** From 100,000 a year to 300,000 is as from a list price of 100,000/12 to one of 300,000/12. */
    @Test
    void whatABetterPlanBringsIsOfTheSamePeriod() {
        Catalogue listed = Shelf.catalogue(Shelf.plan("basic", "f", 2, 10_000), Shelf.plan("team", "f", 3, 30_000));
        Catalogue alsoByYear = Shelf.catalogue(
                paid(Shelf.plan("basic", "f", 2, 10_000), byYear(100_000)),
                paid(Shelf.plan("team", "f", 3, 30_000), byYear(300_000)));
        Item team = Shelf.plan("team", "f", 3, 30_000);
        // 80 % margin of the list price; the cost stays what it is.
        Item cheaper = team.with(new Item.Tariff(BigDecimal.valueOf(25_000), 24_000 - 5_000, 12));
        Catalogue asListed = Shelf.catalogue(Shelf.plan("basic", "f", 2, 10_000), cheaper);
        assertThat(up(alsoByYear)).isEqualTo(up(asListed)).isLessThan(up(listed));
    }

    private static double up(Catalogue c) {
        Target target = Shelf.who("ready")
                .has(Shelf.paidContract("basic", 1, new Holding.Pay(100_000.0, "P12M"), null))
                .sign(Sign.Kind.LIMIT_REFUSED, "basic", 2)
                .target();
        return Shelf.decider(c, Shelf.config(), java.util.List.of()).decide(target, Set.of()).stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> p.offers("team"))
                .findFirst()
                .orElseThrow()
                .gain()
                .deltaLtv();
    }

    private static Map<String, Double> byYear(double price) {
        return Map.of("P12M", price);
    }

    private static Item paid(Item plan, Map<String, Double> perYear) {
        return plan.with(new Observed(Map.of(), null, perYear));
    }

    private static String down(Holding.Pay pay, Map<String, Double> team, Map<String, Double> basic) {
        return stepDown(
                Shelf.catalogue(
                        paid(Shelf.plan("basic", "f", 2, 10_000), basic),
                        paid(Shelf.plan("team", "f", 3, 30_000), team)),
                Shelf.paidContract("team", 5, pay, 3));
    }

    @Test
    void productsThatRequireEachOtherAreNeverOffered() {
        Catalogue c = Shelf.catalogue(
                Shelf.goods("pc", 100_000),
                Shelf.requiring(Shelf.goods("hen", 5_000), "egg"),
                Shelf.requiring(Shelf.goods("egg", 5_000), "hen"));
        assertThat(Shelf.decider(
                                c,
                                Shelf.config(),
                                java.util.List.of(Shelf.rule("pc", "hen", .5, 5), Shelf.rule("pc", "egg", .5, 5)))
                        .decide(Shelf.who("ready").has(Shelf.bought("pc", 3)).target(), Set.of()))
                .hasSize(2)
                .allMatch(d -> d.stopped().orElseThrow().code().equals("ineligible"));
    }
}
