package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.tables.OfferType;
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
        Target target = Shelf.who("at_risk")
                .has(Shelf.paidContract("team", 5, 12 * 5 * pays, 3))
                .target();
        return Shelf.decider(c, Shelf.config(), java.util.List.of()).decide(target, Set.of()).stream()
                .map(d -> d.candidate().proposal())
                .filter(p -> p.type() == OfferType.DOWNSELL)
                .map(p -> p.subject().productId() + " saves "
                        + Math.round((Double) p.reason().figures().get("saving")) + ", told: "
                        + p.reason().figures().get("cheaper"))
                .findFirst()
                .orElse("none");
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
