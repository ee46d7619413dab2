package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.TestSession.spark;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RowsOfOneKeyTest {
    private static final DayBounds BOUNDS = new DayBounds(
            Instant.parse("2026-07-01T00:00:00Z"),
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("2100-01-01T00:00:00Z"),
            io.osusume.config.SubscriptionsConfig.FutureDates.KNOWN);
    private static final String PEOPLE =
            "customer_id STRING, name STRING, owner STRING, marketing_consent BOOLEAN, updated_at STRING";

    @Test
    void theNewestAsOfTheDayStays() {
        Dataset<Row> settled = customers(
                row("c", "first", "a", true, "2026-01-01"),
                row("c", "second", "a", false, "2026-05-01"),
                row("c", "third", "a", true, "2026-07-01"),
                row("d", "undated", "a", true, null),
                row("d", "dated", "a", true, "2025-01-01"));
        assertThat(outcomes(settled, "name"))
                .isEqualTo(Map.of(
                        "first", "older",
                        "second", "accepted",
                        "third", "later",
                        "undated", "older",
                        "dated", "accepted"));
    }

    /** Nobody knows since when the refusal holds: it counts, and is said with the rows that disagree. */
    @Test
    void aRefusalWithoutADayCounts() {
        Dataset<Row> settled = customers(
                row("c", "agreed", "a", true, "2026-01-01"),
                row("c", "refused", "a", false, null),
                row("d", "refused too", "a", false, "2025-01-01"),
                row("d", "agreed again", "a", true, "2026-01-01"));
        assertThat(outcomes(settled, "name"))
                .isEqualTo(Map.of(
                        "agreed",
                        "rejected",
                        "refused",
                        "accepted",
                        "refused too",
                        "older",
                        "agreed again",
                        "accepted"));
    }

    @Test
    void aPriceHistoryGivesThePriceOfTheDay() {
        Dataset<Row> settled = settled(
                Products.INPUT,
                rows(
                        "product_id STRING, name STRING, list_price STRING, updated_at STRING",
                        row("p", "P", "100", "2026-01-01"),
                        row("p", "P", "120", "2026-06-30 23:59:59"),
                        row("p", "P", "150", "2026-09-01")));
        assertThat(outcomes(settled, "list_price"))
                .isEqualTo(Map.of("100.0000", "older", "120.0000", "accepted", "150.0000", "later"));
    }

    @Test
    void rowsThatAgreeAreOneAndRowsThatDisagreeAreRejected() {
        Dataset<Row> settled = customers(
                row("c", "same", "a", true, null),
                row("c", "same", "a", true, null),
                row("d", "x", "east", true, null),
                row("d", "x", "west", true, null));
        assertThat(settled.select("customer_id", "owner", Staging.STATUS).collectAsList())
                .containsExactlyInAnyOrder(
                        row("c", "a", "accepted"),
                        row("c", "a", "older"),
                        row("d", "east", "accepted"),
                        row("d", "west", "rejected"));
    }

    @Test
    void whereConsentDisagreesItIsNo() {
        // The owner that sorts first says yes; neither that nor a newer date of another row makes it so.
        Dataset<Row> settled = customers(
                row("c", "x", "a", true, null),
                row("c", "x", "b", false, null),
                row("d", "x", "a", true, "2026-02-01"),
                row("d", "x", "b", null, "2026-02-01"));
        assertThat(settled.where(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                        .select("customer_id", "marketing_consent")
                        .collectAsList())
                .containsExactlyInAnyOrder(row("c", false), row("d", (Object) null));
    }

    @Test
    void linesOfNumbersThatStartAnewAreNoRepeats() {
        Dataset<Row> settled = settled(
                Orders.INPUT,
                rows(
                        "order_id STRING, line_id STRING, customer_id STRING, product_id STRING, ordered_at STRING",
                        row("1", "1", "a", "p", "2026-02-01"),
                        row("1", "1", "a", "q", "2026-02-02"),
                        row("1", "1", "b", "r", "2026-02-02"),
                        row("1", "1", "b", "s", "2026-02-02")));
        assertThat(outcomes(settled, "product_id"))
                .isEqualTo(Map.of("p", "accepted", "q", "accepted", "r", "accepted", "s", "rejected"));
    }

    @Test
    void itIsToldInWhichColumnsRowsDisagree() {
        Dataset<Row> settled = customers(
                row("c", "x", "east", true, null),
                row("c", "x", "west", false, null),
                row("d", "x", "east", true, null),
                row("d", "x", "west", true, null),
                row("e", "x", "east", true, null));
        Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();
        taken.put(
                Customers.INPUT,
                new InputReader.Taken(
                        settled,
                        Set.of("customer_id", "name", "owner", "marketing_consent"),
                        new InputCounts("customers", 3, 2, 0, Optional.empty()),
                        List.of()));
        assertThat(new KeyConflicts(new StagedInputs(spark(), taken)).notes())
                .containsExactly(
                        "2 rows of customers repeat the customer_id of another row and differ from it in owner (2),"
                                + " marketing_consent (1); they are rejects (duplicate_key). One that gives no consent counts before one"
                                + " that does. If a column says from when on a row holds, map inputs.customers.columns.updated_at to it:"
                                + " then the newest as of the day counts.");
    }

    private static Dataset<Row> customers(Row... people) {
        return settled(Customers.INPUT, rows(PEOPLE, people));
    }

    private static Dataset<Row> settled(Input input, Dataset<Row> given) {
        List<String> there = List.of(given.columns());
        Dataset<Row> typed = given;
        for (var column : input.table().columns()) {
            typed = typed.withColumn(
                    column.name(),
                    (there.contains(column.name()) ? col(column.name()) : lit(null)).cast(column.type()));
        }
        List<String> names = new ArrayList<>(input.table().columnNames());
        Dataset<Row> judged = typed.selectExpr(names.toArray(String[]::new))
                .withColumn(Staging.STATUS, lit(Staging.ACCEPTED))
                .withColumn(Staging.REASON, lit(null).cast("string"))
                .withColumn(Staging.RAW, lit(null).cast("string"));
        return new RowsOfOneKey(input, BOUNDS).settled(judged);
    }

    private static Map<String, String> outcomes(Dataset<Row> settled, String name) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        settled.select(col(name).cast("string"), col(Staging.STATUS))
                .collectAsList()
                .forEach(r -> outcomes.put(r.getString(0), r.getString(1)));
        return outcomes;
    }
}
