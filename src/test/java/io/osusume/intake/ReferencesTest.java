package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.io.Manifest;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private final Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();

    @Test
    void sharesOfRowsAndOfDistinctIdsAreCounted() {
        orders("a", "a", "a", "b", null);
        customers(true, "a", "z");
        products("P1");
        // 3 of the 4 lines with a customer are a's, who is one of two; all lines are of P1.
        Findings findings = findings();
        assertThat(findings.matches())
                .isEqualTo(Map.of(
                        "orders.customer_id", new Manifest.Match("customers", 4, 3, 2, 1),
                        "orders.product_id", new Manifest.Match("products", 5, 5, 1, 1)));
        assertThat(findings.notes())
                .containsExactly("orders.customer_id: 1 of 2 ids (50.0 %) and 3 of 4 rows (75.0 %) stand in"
                        + " customers.customer_id.");
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.headline()).isEmpty();
    }

    @Test
    void whereNobodyMatchesTheNightStopsAndSaysWhatToWrite() {
        orders("7.0", "8.0", "8.0");
        customers(true, "7", "8", "9");
        Findings findings = findings("inputs.orders.columns.customer_id=buyer");
        assertThat(findings.problems().get(0).message())
                .isEqualTo(
                        "orders.customer_id: 0 of 2 ids (0.0 %) and 0 of 3 rows (0.0 %) stand in customers.customer_id."
                                + " 2 of 2 match without a trailing .0: write inputs.orders.columns.customer_id ="
                                + " \"regexp_replace(buyer, '[.]0+$', '')\". Nobody else may be contacted, since customers tell who"
                                + " agreed (limit 1.0 %, matches.stop_below).");
        assertThat(findings.headline()).hasValueSatisfying(h -> assertThat(h).contains("None of the 2 customers"));
        assertThat(findings("matches.stop_below=0").problems()).isEmpty();
    }

    @Test
    void withoutMappedConsentNobodyIsStoppedByIt() {
        orders("X-1");
        customers(false, "x-1");
        Findings findings = findings();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.notes().get(0))
                .contains(
                        "1 of 1 match in lower case: write inputs.orders.columns.customer_id = \"lower(customer_id)\".");
    }

    @Test
    void theSideThatChangesIsTheOneToWrite() {
        orders("12", "13");
        customers(false, "0012", "0013");
        assertThat(findings().notes().get(0))
                .endsWith("2 of 2 match without leading zeros: write inputs.customers.columns.customer_id ="
                        + " \"regexp_replace(customer_id, '^0+(?=.)', '')\".");
    }

    @Test
    void severalDifferencesAtOnceAreTriedTogether() {
        Optional<IdForms.Fit> fit = IdForms.best(ids("Ａ-00１ ", "b-002", "c-9"), ids("a001", "b002", "x"), 0);
        assertThat(fit).contains(new IdForms.Fit(IdForm.ALL, 2, true, false));
        assertThat(IdForms.best(ids("p", "q"), ids("r"), 0)).isEmpty();
    }

    /** Guest 0 has 30 of 57 lines; nine others have three each. */
    @Test
    void anIdWithFarTooManyLinesIsNamed() {
        List<String> lines = new ArrayList<>(java.util.Collections.nCopies(30, "0"));
        for (int i = 1; i <= 9; i++) {
            lines.addAll(java.util.Collections.nCopies(3, "c" + i));
        }
        orders(lines.toArray(String[]::new));
        assertThat(findings().notes())
                .containsExactly(
                        "Of orders, customer 0 has 30 of all 57 lines (52.6 %); half of the customers have 3 or fewer. If"
                                + " that is guests or a till and no person, write inputs.orders.columns.customer_id ="
                                + " \"nullif(customer_id, '0')\".");
    }

    @Test
    void aGoodCustomerIsNoNobody() {
        // 9 of 36 lines, but only three times the median.
        List<String> lines = new ArrayList<>(java.util.Collections.nCopies(9, "best"));
        for (int i = 1; i <= 9; i++) {
            lines.addAll(java.util.Collections.nCopies(3, "c" + i));
        }
        orders(lines.toArray(String[]::new));
        assertThat(findings().notes()).isEmpty();
    }

    /** No file lists the customers: use is held against who bought. */
    @Test
    void withoutCustomersOthersAreHeldAgainstWhoBought() {
        orders("k1", "k1", "k2");
        usage("K1", "K2", "K2");
        Findings findings = findings();
        assertThat(findings.matches()).containsEntry("usage.customer_id", new Manifest.Match("orders", 3, 0, 2, 0));
        assertThat(findings.notes())
                .containsExactly("usage.customer_id: 0 of 2 ids (0.0 %) and 0 of 3 rows (0.0 %) stand in"
                        + " orders.customer_id. 2 of 2 match in lower case: write inputs.usage.columns.customer_id ="
                        + " \"lower(customer_id)\".");
    }

    /** Who uses a product need not have bought one. */
    @Test
    void usersWhoHaveBoughtNothingAreNothingOdd() {
        orders("k1", "k2");
        usage("k1", "free-1", "free-2");
        assertThat(findings().notes()).isEmpty();
        assertThat(findings().matches()).containsEntry("usage.customer_id", new Manifest.Match("orders", 3, 1, 3, 1));
    }

    @Test
    void usersOfWhomNoneBoughtAreTold() {
        orders("k1", "k2");
        usage("u-77", "u-78");
        assertThat(findings().notes())
                .containsExactly("usage.customer_id: 0 of 2 ids (0.0 %) and 0 of 2 rows (0.0 %) stand in"
                        + " orders.customer_id. Does another column hold the ids of orders.customer_id?"
                        + " inputs.usage.columns.customer_id = \"customer_id\" does not.");
    }

    /** Half of a company's users have a contract and never an order. */
    @Test
    void usersMayStandAmongContractsAlone() {
        orders("k1", "k2");
        take(
                Subscriptions.INPUT,
                ids("s1", "s2").withColumnRenamed("id", Subscriptions.CUSTOMER_ID),
                Set.of("customer_id"));
        usage("s1", "s2", "s2");
        assertThat(findings().matches()).containsEntry("usage.customer_id", new Manifest.Match("orders", 3, 3, 2, 2));
        assertThat(findings().notes()).noneMatch(note -> note.startsWith("usage.customer_id"));
    }

    @Test
    void ordersOfNobodyAreTheHeadline() {
        orders(null, null);
        assertThat(findings().headline())
                .hasValueSatisfying(h -> assertThat(h).startsWith("No order line names a customer"));
    }

    private Findings findings(String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=x"));
        all.addAll(List.of(settings));
        OsusumeConfig config = ConfigLoader.load(Optional.empty(), all).config();
        StagedInputs staged = new StagedInputs(spark(), taken);
        Dataset<Row> lines = staged.accepted(Orders.INPUT);
        return new Findings(
                staged,
                config,
                new Findings.Scans(
                        OrderStatuses.of(lines, config.orders()),
                        OrderNumbers.in(lines, config.orders()),
                        new References(staged).all()));
    }

    private void orders(String... customers) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < customers.length; i++) {
            rows.add(row("o" + i, customers[i], "P1"));
        }
        take(
                Orders.INPUT,
                rows("order_id STRING, customer_id STRING, product_id STRING", rows.toArray(Row[]::new))
                        .selectExpr(
                                "*",
                                "TIMESTAMP '2026-01-01' AS ordered_at",
                                "CAST(1 AS DECIMAL(18,4)) AS quantity",
                                "CAST(1 AS DECIMAL(18,4)) AS unit_price"),
                Set.of("order_id", "customer_id", "product_id"));
    }

    private void customers(boolean consent, String... ids) {
        take(
                Customers.INPUT,
                ids(ids).withColumnRenamed("id", Customers.CUSTOMER_ID),
                consent ? Set.of("customer_id", "marketing_consent") : Set.of("customer_id"));
    }

    private void usage(String... ids) {
        take(Usage.INPUT, ids(ids).withColumnRenamed("id", Usage.CUSTOMER_ID), Set.of("customer_id"));
    }

    private void products(String... ids) {
        take(Products.INPUT, ids(ids).withColumnRenamed("id", Products.PRODUCT_ID), Set.of("product_id"));
    }

    private static Dataset<Row> ids(String... ids) {
        return rows("id STRING", java.util.Arrays.stream(ids).map(i -> row(i)).toArray(Row[]::new));
    }

    private void take(Input input, Dataset<Row> given, Set<String> mapped) {
        Dataset<Row> all = given;
        for (var column : input.table().columns()) {
            if (!List.of(given.columns()).contains(column.name())) {
                all = all.withColumn(
                        column.name(), org.apache.spark.sql.functions.lit(null).cast(column.type()));
            }
        }
        all = all.withColumn(Staging.STATUS, org.apache.spark.sql.functions.lit(Staging.ACCEPTED));
        taken.put(
                input,
                new InputReader.Taken(
                        all, mapped, new InputCounts(input.name(), all.count(), 0, 0, Optional.empty()), List.of()));
    }
}
