package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final String LINE =
            "order_id | customer_id | product_id | ordered_at | quantity | unit_price | net_quantity";
    private static final String CONTRACT =
            "subscription_id | customer_id | product_id | started_at | renews_at | ended_at | cancel_requested_at | quantity | price";

    @Test
    void purchasesAddUpAndTheLatestPriceCounts() {
        Map<String, String> holdings = holdings(new TestFacts()
                .with(
                        Orders.INPUT,
                        LINE,
                        "o1 | c1 | pen | 2026-01-01 | 3 | 90 | 1",
                        "o2 | c1 | pen | 2026-02-01 | 2 | 100 | -",
                        "o3 | c1 | pen | 2026-02-01 | 1 | 110 | -",
                        "o4 | - | pen | 2026-03-01 | 1 | 120 | -",
                        "o5 | c2 | pen | 2026-02-01 | 1 | 100 | 0"));
        assertThat(holdings)
                .containsOnly(
                        // 1 + 2 + 1 left; of two prices at the latest time the higher.
                        Map.entry("c1 pen", "4.0000 2026-01-01 2026-02-01 110.0000 null null null null null null true"),
                        // All returned: bought, but not owned.
                        Map.entry(
                                "c2 pen", "0.0000 2026-02-01 2026-02-01 100.0000 null null null null null null false"));
    }

    @Test
    void consumablesAreOwnedByNobodyAndUnknownIsNotConsumable() {
        Map<String, String> owned = owned(new TestFacts()
                .with(
                        Products.INPUT,
                        "product_id | name | is_consumable",
                        "pods | Pods | true",
                        "cup | Cup | false",
                        "x | X | -")
                .with(
                        Orders.INPUT,
                        LINE,
                        "o1 | c1 | pods | 2026-01-01 | 1 | 1 | -",
                        "o1 | c1 | cup | 2026-01-01 | 1 | 1 | -",
                        "o1 | c1 | x | 2026-01-01 | 1 | 1 | -",
                        "o1 | c1 | unlisted | 2026-01-01 | 1 | 1 | -")
                .with(Subscriptions.INPUT, CONTRACT, "s1 | c2 | pods | 2026-01-01 | - | - | - | - | -"));
        assertThat(owned)
                .containsOnly(
                        Map.entry("c1 pods", "false"),
                        Map.entry("c1 cup", "true"),
                        Map.entry("c1 x", "true"),
                        Map.entry("c1 unlisted", "true"),
                        Map.entry("c2 pods", "true"));
    }

    @Test
    void contractsCountWhileTheyRun() {
        Map<String, String> holdings = holdings(new TestFacts()
                .with(
                        Subscriptions.INPUT,
                        CONTRACT,
                        // Two that overlap: quantities add up, as does what they come to in a year (5 · 100 + 120); the
                        // later started one's price, the next renewal.
                        "s1 | c1 | plan | 2025-01-01 | 2026-01-01 | - | - | 5 | 100",
                        "s2 | c1 | plan | 2026-01-01 | 2027-01-01 | - | 2026-03-30 | - | 120",
                        // Ended within the as-of day; ends tomorrow; ended before it started; starts tomorrow.
                        "s3 | c2 | plan | 2025-01-01 | - | 2026-03-31 23:59:59 | - | 1 | 100",
                        "s4 | c3 | plan | 2025-01-01 | 2026-01-01 | 2026-04-01 00:00:00 | - | 1 | 100",
                        "s5 | c4 | plan | 2026-02-01 | - | 2026-01-01 | - | 1 | 100",
                        "s6 | c5 | plan | 2026-04-01 | - | - | - | 1 | 100"));
        assertThat(holdings)
                .containsOnly(
                        Map.entry(
                                "c1 plan",
                                "0.0000 null null null 6.0000 120.0000 620.0000 P12M 2027-01-01 2026-03-30 true"),
                        Map.entry("c2 plan", "0.0000 null null null null null null null null null false"),
                        // A renewal that has passed is rolled forward by the plan's term, a year.
                        Map.entry(
                                "c3 plan", "0.0000 null null null 1.0000 100.0000 100.0000 P12M 2027-01-01 null true"),
                        Map.entry("c4 plan", "0.0000 null null null null null null null null null false"),
                        // Signed, it is held already.
                        Map.entry("c5 plan", "0.0000 null null null 1.0000 100.0000 100.0000 P12M null null true"));
    }

    /** The last of several ends; where one goes on there is no end. */
    @Test
    void theEndThatIsOnFile() {
        List<Row> rows = TestFacts.holdings(
                        new TestFacts()
                                .with(
                                        Subscriptions.INPUT,
                                        CONTRACT,
                                        "s1 | c1 | plan | 2025-01-01 | - | 2026-05-31 | - | 1 | 100",
                                        "s2 | c1 | plan | 2025-06-01 | - | 2026-08-31 | - | 1 | 100",
                                        "s3 | c2 | plan | 2025-01-01 | - | 2026-05-31 | - | 1 | 100",
                                        "s4 | c2 | plan | 2025-06-01 | - | - | - | 1 | 100",
                                        "s5 | c3 | plan | 2025-06-01 | 2026-06-01 | 2026-06-01 | - | 1 | 100",
                                        "s6 | c4 | plan | 2024-06-01 | - | 2025-06-01 | - | 1 | 100")
                                .facts(),
                        AS_OF)
                .orderBy(CustomerHoldings.CUSTOMER_ID)
                .select(
                        functions.col(CustomerHoldings.CONTRACT_ENDS_ON).cast("string"),
                        functions
                                .to_date(functions.col(CustomerHoldings.RENEWS_AT))
                                .cast("string"))
                .collectAsList();
        assertThat(rows)
                .extracting(r -> r.getString(0) + " " + r.getString(1))
                .containsExactly("2026-08-31 null", "null null", "2026-06-01 2026-06-01", "null null");
    }

    /** Twelve invoices are one contract of one unit, bought when it began; who has left does not own the plan. */
    @Test
    void invoicesAreNoPurchases() {
        String[] invoices = java.util.stream.Stream.of("c1", "c2")
                .flatMap(c -> java.util.stream.IntStream.rangeClosed(1, c.equals("c1") ? 12 : 6)
                        .mapToObj(m -> c + m + " | " + c + " | plan | "
                                + LocalDate.of(2025, 4, 3).plusMonths(m - 1) + " | 1 | 50 | -"))
                .toArray(String[]::new);
        assertThat(holdings(new TestFacts()
                        .with(Products.INPUT, "product_id | name | billing", "plan | Plan | monthly")
                        .with(Orders.INPUT, LINE, invoices)))
                .containsOnly(
                        Map.entry(
                                "c1 plan",
                                "1.0000 2025-04-03 2025-04-03 50.0000 1.0000 50.0000 600.0000 P1M null null true"),
                        Map.entry(
                                "c2 plan", "0.0000 2025-04-03 2025-04-03 50.0000 null null null null null null false"));
    }

    @Test
    void theLatestEightDaysOfPurchaseAreKeptInOrderAndTheStartOfTheContract() {
        List<Row> rows = TestFacts.holdings(
                        new TestFacts()
                                .with(Products.INPUT, "product_id | name | is_consumable", "pods | Pods | true")
                                .with(
                                        Orders.INPUT,
                                        LINE,
                                        java.util.stream.IntStream.rangeClosed(1, 9)
                                                .mapToObj(
                                                        d -> "o" + d + " | c1 | pods | 2026-02-0" + d + " | 1 | 1 | -")
                                                .toArray(String[]::new))
                                .with(
                                        Subscriptions.INPUT,
                                        CONTRACT,
                                        "s1 | c1 | pods | 2026-01-05 | - | - | - | - | -",
                                        "s2 | c1 | pods | 2026-01-03 | - | - | - | - | -")
                                .facts(),
                        AS_OF)
                .select(
                        functions.col(CustomerHoldings.BOUGHT_DAYS).cast("string"),
                        functions
                                .to_date(functions.col(CustomerHoldings.CONTRACT_STARTED_AT))
                                .cast("string"))
                .collectAsList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getString(0))
                .isEqualTo("[2026-02-02, 2026-02-03, 2026-02-04, 2026-02-05, 2026-02-06, 2026-02-07, 2026-02-08,"
                        + " 2026-02-09]");
        assertThat(rows.get(0).getString(1)).isEqualTo("2026-01-03");
    }

    /** Given back, left, and neither: replaced, had still, used up. One request of two contracts is about its own seats. */
    @Test
    void whatIsHadNoMoreIsFormer() {
        var facts = new TestFacts()
                .with(
                        Products.INPUT,
                        "product_id | name | family | billing | is_consumable",
                        "basic | Basic | plan | monthly | -",
                        "team | Team | plan | monthly | -",
                        "chat | Chat | - | monthly | -",
                        "pods | Pods | - | - | true")
                .with(
                        Orders.INPUT,
                        LINE + " | returned_at",
                        "o1 | c1 | cup | 2026-01-01 | 1 | 9 | 0 | 2026-01-09",
                        "o2 | c2 | cup | 2026-01-01 | 2 | 9 | 1 | 2026-01-09",
                        "o3 | c3 | cup | 2026-01-05 | 0 | 9 | 0 | 2026-01-05",
                        "o4 | c4 | pods | 2026-01-05 | 3 | 9 | 3 | -")
                .with(
                        Subscriptions.INPUT,
                        CONTRACT,
                        "s1 | c1 | basic | 2025-05-01 | - | 2026-02-01 | - | 1 | 10",
                        "s2 | c2 | basic | 2025-05-01 | - | 2026-02-01 | - | 1 | 10",
                        "s3 | c2 | team | 2026-02-01 | - | - | - | 1 | 30",
                        "s4 | c3 | chat | 2025-05-01 | - | - | 2026-03-20 | 2 | 10",
                        "s5 | c3 | chat | 2025-06-01 | - | - | - | 4 | 10")
                .facts();
        assertThat(TestFacts.holdings(facts, AS_OF).collectAsList().stream()
                        .collect(Collectors.toMap(
                                r -> r.getString(0) + " " + r.getString(1),
                                r -> r.getAs(CustomerHoldings.FORMER_SINCE) + " " + r.getAs(CustomerHoldings.OWNED)
                                        + " " + r.getAs(CustomerHoldings.CANCEL_QUANTITY) + " "
                                        + r.getAs(CustomerHoldings.CONTRACT_PAID))))
                .containsOnly(
                        Map.entry("c1 cup", "2026-01-09 false null null"),
                        Map.entry("c2 cup", "null true null null"),
                        Map.entry("c3 cup", "2026-01-05 false null null"),
                        Map.entry("c4 pods", "null false null null"),
                        // Nine payments of 10, to January; two of 30; 2 · 10 eleven times and 4 · 10 ten times.
                        Map.entry("c1 basic", "2026-02-01 false null 90.0000"),
                        Map.entry("c2 basic", "null false null 90.0000"),
                        Map.entry("c2 team", "null true null 60.0000"),
                        Map.entry("c3 chat", "null true 2.0000 620.0000"));
    }

    private static Map<String, String> owned(TestFacts facts) {
        return holdings(facts).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()
                .substring(e.getValue().lastIndexOf(' ') + 1)));
    }

    /** "customer product" → the other columns, times as dates. */
    private static Map<String, String> holdings(TestFacts facts) {
        List<Row> rows = TestFacts.holdings(facts.facts(), AS_OF)
                .drop(
                        CustomerHoldings.CONTRACT_STARTED_AT,
                        CustomerHoldings.BOUGHT_DAYS,
                        CustomerHoldings.CONTRACT_ENDS_ON,
                        CustomerHoldings.CONTRACT_PAID,
                        CustomerHoldings.CANCEL_QUANTITY,
                        CustomerHoldings.FORMER_SINCE)
                .withColumn(
                        CustomerHoldings.FIRST_BOUGHT_AT,
                        functions.to_date(functions.col(CustomerHoldings.FIRST_BOUGHT_AT)))
                .withColumn(
                        CustomerHoldings.LAST_BOUGHT_AT,
                        functions.to_date(functions.col(CustomerHoldings.LAST_BOUGHT_AT)))
                .withColumn(CustomerHoldings.RENEWS_AT, functions.to_date(functions.col(CustomerHoldings.RENEWS_AT)))
                .withColumn(
                        CustomerHoldings.CANCEL_REQUESTED_AT,
                        functions.to_date(functions.col(CustomerHoldings.CANCEL_REQUESTED_AT)))
                .collectAsList();
        return rows.stream().collect(Collectors.toMap(r -> r.getString(0) + " " + r.getString(1), r -> r.mkString(" ")
                .substring((r.getString(0) + " " + r.getString(1) + " ").length())));
    }
}
