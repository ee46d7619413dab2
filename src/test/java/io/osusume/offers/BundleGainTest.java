package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.Sale;
import io.osusume.config.OsusumeConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A set of 500, 300 and 200 at ten per cent off, with a margin of 30 per cent: 300 less the discount of 100 are 200. */
class BundleGainTest {
    private static final Catalogue CATALOGUE = Shelf.catalogue(meal("a", 500), meal("b", 300), meal("c", 200));
    private static final BundlesByItem.Bundle SET = new BundlesByItem.Bundle(
            "set", List.of("a", "b", "c"), BigDecimal.valueOf(1000), BigDecimal.valueOf(900), 200, 2, null);

    private static Item meal(String id, double price) {
        Item item = Shelf.goods(id, price, .3 * price);
        return item.with(new Item.SaleTerms(Sale.OPEN, true, Item.Required.NOTHING, Set.of(), null));
    }

    private static Proposal offered(Shelf.Who who) {
        OsusumeConfig config = Shelf.config();
        return new BundleOffers(BundlesByItem.of(List.of(SET)), Shelf.known(CATALOGUE, config))
                .propose(who.target())
                .get(0);
    }

    /** Bought every second day, so they are bought anyway: the margin of the third, 60, less the discount of 100. */
    @Test
    void whoAlwaysBuysTwoOfThemIsALoss() {
        Holding a = daily("a");
        Holding b = daily("b");
        assertThat(offered(Shelf.who("ready").has(a, b)).gain().margin()).isCloseTo(60 - 100, within(1e-9));
    }

    /** Bought once in the year: 28 of 365 days' worth of 150 and 90 would come anyway. */
    @Test
    void whatWasBoughtOnceCountsByItsShareOfTheYear() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.consumed("a", 40), Shelf.consumed("b", 40));
        assertThat(offered(who).gain().margin())
                .isCloseTo(
                        200 - (150 + 90) * Shelf.config().offers().acceptance().windowDays() / 365.0, within(1e-9));
    }

    /** p_buy of the third is that of the set, and the whole discount is off its price: 100 of 200. */
    @Test
    void theSetIsAsLikelyAsWhatIsMissingOfIt() {
        Proposal set = offered(Shelf.who("ready").has(daily("a"), daily("b")).likely("c", .06, "a"));
        assertThat(set.pBuy()).isEqualTo(.06);
        assertThat(set.gain().off()).isEqualTo(.5);
        double anyway =
                1 - Math.pow(1 - .06, Shelf.config().offers().acceptance().windowDays() / 28.0);
        assertThat(set.gain().margin()).isCloseTo(60 - 100 - anyway * 60, within(1e-9));
        assertThat(offered(Shelf.who("ready").has(daily("a"), daily("b"))).pBuy())
                .isNull();
    }

    private static Holding daily(String id) {
        return Shelf.consumed(id, 8, 6, 4, 2).with(new Rhythm(3, 2, .1, 1, 1, Shelf.TODAY));
    }
}
