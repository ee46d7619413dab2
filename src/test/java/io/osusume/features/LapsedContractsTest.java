package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thirty companies that signed a year in January 2025, of which some signed again, and thirty who pay by the month. */
class LapsedContractsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 5, 31);
    private static final String[] PLANS = {"year | Year | annual", "month | Month | 1", "cup | Cup | one_time"};

    @Test
    void saysThatNothingFollowed() {
        assertThat(notes(signed(4)))
                .singleElement()
                .asString()
                .startsWith(
                        "30 times a customer bought a product with a billing longer ago than its period, and 4 times a line");
        // What came back after a month is no other year; a cup is bought once.
        assertThat(notes(Stream.concat(signed(0), lines("cup", "2025-01-%02d", 30)).toList().stream()))
                .singleElement()
                .asString()
                .startsWith("30 times");
    }

    @Test
    void saysNothingWherePaymentsFollow() {
        assertThat(notes(signed(8))).isEmpty();
        assertThat(notes(Stream.concat(lines("month", "2026-02-%02d", 28), lines("month", "2026-03-%02d", 28))))
                .isEmpty();
        // too few, and too early to tell
        assertThat(notes(lines("year", "2025-01-%02d", 19))).isEmpty();
        assertThat(notes(lines("year", "2025-09-%02d", 30))).isEmpty();
    }

    @Test
    void saysNothingWhereContractsAreKnown() {
        TestFacts facts = facts(signed(0))
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at",
                        "s | c1 | year | 2025-01-01");
        assertThat(LapsedContracts.notes(facts.facts(), AS_OF)).isEmpty();
        assertThat(LapsedContracts.notes(
                        new TestFacts()
                                .with(Products.INPUT, "product_id | name", "year | Year")
                                .with(Orders.INPUT, LINE, signed(0).toArray(String[]::new))
                                .facts(),
                        AS_OF))
                .isEmpty();
    }

    private static final String LINE = "order_id | customer_id | product_id | ordered_at | quantity | unit_price";

    /** A year each, and a second one for some of them. */
    private static Stream<String> signed(int again) {
        return Stream.concat(lines("year", "2025-01-%02d", 30), lines("year", "2026-01-%02d", again));
    }

    private static Stream<String> lines(String product, String day, int customers) {
        return IntStream.rangeClosed(1, customers)
                .mapToObj(i -> String.format(
                        "%s%d %s | c%d | %s | %s | 1 | 100", product, i, day, i, product, String.format(day, i)));
    }

    private static List<String> notes(Stream<String> lines) {
        return LapsedContracts.notes(facts(lines).facts(), AS_OF);
    }

    private static TestFacts facts(Stream<String> lines) {
        return new TestFacts()
                .with(Products.INPUT, "product_id | name | billing", PLANS)
                .with(Orders.INPUT, LINE, lines.toArray(String[]::new));
    }
}
