package io.osusume.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);

    private static Optional<String> unpriced(String... lines) {
        Facts facts = new TestFacts()
                .with(
                        Products.INPUT,
                        "product_id | name | list_price | discontinued_at",
                        "a | A | 10 | -",
                        "b | B | - | -",
                        "c | C | - | -",
                        "old | Old | - | 2025-06-01 00:00:00")
                .with(Orders.INPUT, "order_id | customer_id | product_id | ordered_at | quantity | unit_price", lines)
                .facts();
        return Pricing.unpriced(
                new Pricing(TestFacts.config().ltv()).of(facts.of(Products.INPUT), facts.lines(), AS_OF));
    }

    /** Of three on sale one has a list price; a free line is no price, and what was withdrawn needs none. */
    @Test
    void whatHasNoPriceIsSaidWhereItIsHalfOfTheShelf() {
        assertThat(unpriced("o1 | k1 | b | 2026-01-05 10:00:00 | 1 | 0").orElseThrow())
                .contains("2 of the 3 products on sale have no price", "unit_price", "list_price");
        assertThat(unpriced("o1 | k1 | b | 2026-01-05 10:00:00 | 1 | 7")).isEmpty();
    }
}
