package io.osusume.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
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

    /**
     * Three pay a plan by the year: 90, 100 and, for each of two, 120; two pay it by the month, which is
     * too few, and one by the year is free.
     */
    @Test
    void whatIsPaidInAnotherPeriodIsToldByThoseWhoPayIt() {
        Facts facts = new TestFacts()
                .with(Products.INPUT, "product_id | name | list_price | billing", "p | Plan | 10 | monthly")
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | billing | price | quantity | ended_at",
                        "s1 | k1 | p | 2025-06-01 | annual | 90 | 1 | -",
                        "s2 | k2 | p | 2025-06-01 | annual | 100 | 1 | -",
                        "s3 | k3 | p | 2025-06-01 | annual | 120 | 2 | -",
                        "s4 | k4 | p | 2025-06-01 | annual | 0 | 1 | -",
                        "s5 | k5 | p | 2025-06-01 | annual | 500 | 1 | 2025-12-01",
                        "s6 | k6 | p | 2025-06-01 | monthly | 10 | 1 | -",
                        "s7 | k7 | p | 2025-06-01 | monthly | 10 | 1 | -")
                .facts();
        Item plan = CatalogueReader.read(new Pricing(TestFacts.config().ltv())
                        .priced(facts.of(Products.INPUT), facts.lines(), facts.of(Subscriptions.INPUT), AS_OF))
                .item("p");
        assertThat(plan.every("P12M").comparablePrice()).isCloseTo(100, within(1e-9));
        assertThat(plan.every("P1M").comparablePrice()).isCloseTo(120, within(1e-9));
        assertThat(plan.every(null).comparablePrice()).isCloseTo(120, within(1e-9));
        assertThat(plan.paidEvery("P3M")).isFalse();
    }

    /** Of three on sale one has a list price; a free line is no price, and what was withdrawn needs none. */
    @Test
    void whatHasNoPriceIsSaidWhereItIsHalfOfTheShelf() {
        assertThat(unpriced("o1 | k1 | b | 2026-01-05 10:00:00 | 1 | 0").orElseThrow())
                .contains("2 of the 3 products on sale have no price", "unit_price", "list_price");
        assertThat(unpriced("o1 | k1 | b | 2026-01-05 10:00:00 | 1 | 7")).isEmpty();
    }
}
