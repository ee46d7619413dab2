package io.osusume.ranking.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.features.TestFacts;
import io.osusume.ranking.ActivityLog;
import io.osusume.ranking.Bought;
import io.osusume.ranking.History;
import io.osusume.ranking.ProductCodes;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A small catalogue as of the end of 2026-01-31; the customer bought a phone for 100. */
class GuardTest {
    private static final int START = (int) LocalDate.of(2026, 2, 1).toEpochDay();
    private static final List<String> IDS = Stream.of(
                    "phone",
                    "phone-pro",
                    "case",
                    "old",
                    "ends-tomorrow",
                    "new",
                    "rival",
                    "alike",
                    "adapter",
                    "sim",
                    "bag",
                    "ink",
                    "other-ink",
                    "paper")
            .sorted()
            .toList();
    private static final ProductCodes CATALOGUE = new ProductCodes(IDS);
    private static final Guard GUARD = Guard.of(
            new TestFacts()
                    .with(
                            Products.INPUT,
                            "product_id | name | family | substitute_group | requires | excludes | launched_at | discontinued_at"
                                    + " | is_consumable",
                            "phone | n | p | s | - | rival | - | - | false",
                            "phone-pro | n | p | - | - | - | - | - | false",
                            "case | n | c | - | phone; tablet | - | 2026-01-31 | - | false",
                            "old | n | - | - | - | - | - | 2026-01-31 | false",
                            "ends-tomorrow | n | - | - | - | - | - | 2026-02-01 | false",
                            "new | n | - | - | - | - | 2026-02-01 | - | false",
                            "rival | n | - | - | - | - | - | - | false",
                            "alike | n | - | s | - | - | - | - | false",
                            "adapter | n | - | - | tablet | - | - | - | false",
                            "sim | n | - | - | - | phone | - | - | false",
                            "ink | n | - | i | - | paper | - | - | true",
                            "other-ink | n | - | i | - | - | - | - | true",
                            "paper | n | - | - | ink | - | - | - | true",
                            "never-bought | n | p | s | - | - | - | - | false")
                    .facts()
                    .products(),
            CATALOGUE,
            2);

    private static final History CUSTOMER = bought("phone");

    private static History bought(String product) {
        return new History(
                "c",
                new int[] {START - 10},
                new int[] {0},
                new int[] {CATALOGUE.code(product)},
                new float[] {1},
                new float[] {100},
                ActivityLog.EMPTY);
    }

    private static boolean allows(String product) {
        return GUARD.allows(CATALOGUE.code(product), CUSTOMER.boughtBefore(START), START);
    }

    @Test
    void whatHasWhatItRequiresOrIsNotListedIsAllowed() {
        assertThat(allows("case")).isTrue();
        assertThat(allows("bag")).isTrue();
    }

    @Test
    void whatLacksWhatItRequiresIsNot() {
        assertThat(allows("adapter")).isFalse();
    }

    @Test
    void whatIsNotOnSaleIsNot() {
        assertThat(allows("old")).isFalse();
        assertThat(allows("new")).isFalse();
        assertThat(allows("ends-tomorrow")).isTrue();
    }

    @Test
    void whatDoesNotGoWithWhatIsHadIsNotWhicheverSaysSo() {
        assertThat(allows("rival")).isFalse();
        assertThat(allows("sim")).isFalse();
        assertThat(allows("alike")).isFalse();
        assertThat(allows("phone-pro")).isFalse();
    }

    @Test
    void thePriceBandIsOverTheDearestThingBoughtBefore() {
        assertThat(GUARD.highestPrice(CUSTOMER, START)).isEqualTo(200);
        assertThat(GUARD.highestPrice(CUSTOMER, START - 10)).isZero();
    }

    @Test
    void whatIsUsedUpStandsInNobodysWayAndIsNothingToBuildOn() {
        Bought ink = bought("ink").boughtBefore(START);
        assertThat(GUARD.allows(CATALOGUE.code("other-ink"), ink, START)).isTrue();
        assertThat(GUARD.allows(CATALOGUE.code("paper"), ink, START)).isFalse(); // requires ink
    }
}
