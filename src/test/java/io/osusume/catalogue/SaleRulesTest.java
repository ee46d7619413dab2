package io.osusume.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.features.TestFacts;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small catalogue as of the end of 2026-01-31. */
class SaleRulesTest {
    private static final SaleRules RULES = new SaleRules(
            catalogue(
                    "phone | n | p | 1 | s | - | rival | - | - | false | 100",
                    "phone-pro | n | p | 2 | - | - | - | - | - | false | 150",
                    "case | n | c | - | - | phone; tablet | - | 2026-01-31 | - | false | 10",
                    "old | n | - | - | - | - | - | - | 2026-01-31 | false | 10",
                    "ends-tomorrow | n | - | - | - | - | - | - | 2026-02-01 | false | 10",
                    "new | n | - | - | - | - | - | 2026-02-01 | - | false | 10",
                    "rival | n | - | - | - | - | - | - | - | false | 10",
                    "alike | n | - | - | s | - | - | - | - | false | 10",
                    "adapter | n | - | - | - | tablet | - | - | - | false | 10",
                    "sim | n | - | - | - | - | phone | - | - | false | 10",
                    "twice | n | - | - | - | - | - | - | - | false | 200",
                    "dear | n | - | - | - | - | - | - | - | false | 200.01",
                    "bag | n | - | - | - | - | - | - | - | false | 10",
                    "unpriced | n | - | - | - | - | - | - | - | false | -",
                    "ink | n | - | - | i | - | paper | - | - | true | 10",
                    "other-ink | n | - | - | i | - | - | - | - | true | 10",
                    "paper | n | - | - | - | ink | - | - | - | true | 10"),
            2);

    private static final Buyer PHONE = RULES.forBuyer(List.of("phone"));

    private static Catalogue catalogue(String... products) {
        return listed(
                "product_id | name | family | tier | substitute_group | requires | excludes | launched_at"
                        + " | discontinued_at | is_consumable | list_price",
                products);
    }

    private static Catalogue listed(String columns, String... products) {
        var facts = new TestFacts()
                .with(Products.INPUT, columns, products)
                .with(Orders.INPUT, "order_id | customer_id | product_id | ordered_at | quantity | unit_price")
                .facts();
        return CatalogueReader.read(new Pricing(TestFacts.config().ltv())
                .of(facts.of(Products.INPUT), facts.lines(), LocalDate.of(2026, 1, 31)));
    }

    private static boolean mayBuy(Buyer buyer, String product) {
        return buyer.mayBuy(RULES.catalogue().item(product));
    }

    private static boolean fits(String product, String replaced) {
        return PHONE.obstacle(RULES.catalogue().item(product), replaced, Set.of())
                .isEmpty();
    }

    @Test
    void whatHasWhatItRequiresOrIsNotListedMayBeBought() {
        assertThat(mayBuy(PHONE, "case")).isTrue();
        assertThat(mayBuy(PHONE, "bag")).isTrue();
    }

    @Test
    void whatLacksWhatItRequiresMayNot() {
        assertThat(mayBuy(PHONE, "adapter")).isFalse();
        Buyer sold = RULES.forBuyer(Set.of("tablet", "phone"), Set.of("phone"));
        assertThat(mayBuy(sold, "adapter"))
                .as("the tablet is not owned any more")
                .isFalse();
        assertThat(mayBuy(RULES.forBuyer(List.of("tablet")), "adapter"))
                .as("the catalogue need not know what is owned")
                .isTrue();
    }

    @Test
    void whatIsNotOnSaleMayNot() {
        assertThat(mayBuy(PHONE, "old")).isFalse();
        assertThat(mayBuy(PHONE, "new")).isFalse();
        assertThat(mayBuy(PHONE, "ends-tomorrow")).as("offers go out tomorrow").isFalse();
        assertThat(mayBuy(PHONE, "unpriced")).isFalse();
    }

    @Test
    void whatDoesNotGoWithWhatIsOwnedMayNotWhicheverSaysSo() {
        assertThat(mayBuy(PHONE, "rival")).isFalse();
        assertThat(mayBuy(PHONE, "sim")).isFalse();
        assertThat(mayBuy(PHONE, "alike")).isFalse();
    }

    @Test
    void whatReplacesAProductMayClashWithItAlone() {
        assertThat(fits("rival", "phone")).isTrue();
        assertThat(fits("sim", "phone")).isTrue();
        assertThat(fits("alike", "phone")).isTrue();
        assertThat(fits("alike", "case")).isFalse();
        Buyer both = RULES.forBuyer(List.of("phone", "alike"));
        assertThat(both.obstacle(RULES.catalogue().item("phone"), "phone", Set.of())
                        .isEmpty())
                .as("alike is owned beside it")
                .isFalse();
    }

    @Test
    void whatIsHadAndItsFamilyAreNotNew() {
        assertThat(mayBuy(PHONE, "phone")).isFalse();
        assertThat(mayBuy(PHONE, "phone-pro")).isFalse();
        Buyer returned = RULES.forBuyer(Set.of("phone"), Set.of());
        assertThat(mayBuy(returned, "phone-pro")).isFalse();
        assertThat(mayBuy(returned, "rival")).as("nothing is owned").isTrue();
    }

    @Test
    void aLadderIsOwnedUpToItsHighestTier() {
        Buyer pro = RULES.forBuyer(List.of("phone-pro"));
        Item phone = RULES.catalogue().item("phone");
        Item best = RULES.catalogue().item("phone-pro");
        assertThat(pro.ownsTier(phone)).isTrue();
        assertThat(PHONE.ownsTier(phone)).isTrue();
        assertThat(PHONE.ownsTier(best)).isFalse();
        assertThat(PHONE.ownsOtherOfFamily(best)).isTrue();
        assertThat(PHONE.ownsOtherOfFamily(phone)).isFalse();
        assertThat(RULES.forBuyer(Set.of("phone"), Set.of()).ownsOtherOfFamily(best))
                .isFalse();
    }

    @Test
    void thePriceBandIsOverTheDearestThingHad() {
        assertThat(mayBuy(PHONE, "twice")).isTrue();
        assertThat(mayBuy(PHONE, "dear")).isFalse();
        assertThat(mayBuy(RULES.forBuyer(List.of("phone", "dear")), "twice")).isTrue();
        assertThat(mayBuy(RULES.forBuyer(List.of("unpriced")), "dear"))
                .as("nothing tells a band")
                .isTrue();
    }

    /** A service with a list a currency, and a manual that is sold in any. */
    @Test
    void whatIsSoldInAnotherCurrencyThanAllThatIsOwnedMayNot() {
        SaleRules rules = new SaleRules(
                listed(
                        "product_id | name | family | tier | sold_in | list_price",
                        "basic-eur | n | e | 1 | EUR | 10",
                        "team-usd | n | e | 2 | USD | 20",
                        "top-eur | n | e | 3 | EUR | 30",
                        "backup-eur | n | - | - | EUR | 5",
                        "backup-usd | n | - | - | USD | 5",
                        "manual | n | - | - | - | 8"),
                9);
        Catalogue all = rules.catalogue();
        Buyer euros = rules.forBuyer(List.of("basic-eur", "manual"));
        assertThat(euros.mayBuy(all.item("backup-eur"))).isTrue();
        assertThat(euros.mayBuy(all.item("backup-usd"))).isFalse();
        assertThat(euros.obstacle(all.item("backup-usd"), null, Set.of())).contains("basic-eur");
        assertThat(rules.forBuyer(List.of("manual")).mayBuy(all.item("backup-usd")))
                .as("nobody knows how they pay")
                .isTrue();
        assertThat(rules.forBuyer(List.of("basic-eur", "backup-usd")).mayBuy(all.item("backup-eur")))
                .as("they pay in both")
                .isTrue();
        Buyer moved = rules.forBuyer(Set.of("backup-eur", "team-usd"), Set.of("team-usd"));
        assertThat(moved.obstacle(all.item("top-eur"), null, Set.of()))
                .as("euros were before")
                .contains("team-usd");
        assertThat(all.item("basic-eur").ladder().higher()).isEqualTo("top-eur");
        assertThat(all.item("team-usd").ladder())
                .extracting(Item.Ladder::higher, Item.Ladder::lower)
                .containsOnlyNulls();
        assertThat(all.ladder(all.item("top-eur"))).extracting(Item::id).containsExactly("basic-eur", "top-eur");
        assertThat(SaleRules.isNoSet(all.item("backup-eur"), all.item("backup-usd")))
                .isTrue();
        assertThat(SaleRules.isNoSet(all.item("backup-eur"), all.item("manual")))
                .isFalse();
    }

    @Test
    void whatIsUsedUpStandsInNobodysWayAndIsNothingToBuildOn() {
        Buyer ink = RULES.forBuyer(List.of("ink"));
        assertThat(mayBuy(ink, "other-ink")).isTrue();
        assertThat(mayBuy(ink, "paper")).isFalse(); // requires ink
    }
}
