package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.InputConfig;
import io.osusume.config.QualityConfig;
import io.osusume.config.SubscriptionsConfig.FutureDates;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StagingTest {
    private static final List<String> NULLS = List.of("NULL", "null", "\\N", "N/A", "NaN", "None", "-");
    private static final QualityConfig QUALITY =
            new QualityConfig(0.05, LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31), 0.5, NULLS, 14);
    private static final String ORDERS =
            "order_id STRING, product_id STRING, customer_id STRING, ordered_at STRING, quantity STRING, unit_price STRING";

    @Test
    void eachRowIsAcceptedRejectedWithItsReasonOrLater() {
        Dataset<Row> raw = rows(
                ORDERS,
                row("ok", "p", "c", "2026-06-30T23:59:59Z", "1", "9.50"),
                row("ok-no-customer", "p", " ", "2026-06-01", "2", "0"),
                row("later", "p", "c", "2026-07-01T00:00:00Z", "1", "9.50"),
                row("later-and-negative", "p", "c", "2026-07-02", "1", "-1"),
                row("negative", "p", "c", "2026-06-01", "1", "-0.01"),
                row("year-9999", "p", "c", "9999-12-31", "1", "1"),
                row("too-old", "p", "c", "1999-12-31T23:59:59Z", "1", "1"),
                row("no-date", "p", "c", "soon", "1", "1"),
                row("no-quantity", "p", "c", "2026-06-01", "many", "1"),
                row("no-product", null, "c", "2026-06-01", "1", "1"),
                row("null-price", "p", "c", "2026-06-01", "1", null));
        assertThat(outcomes(raw, Orders.INPUT, plain(), "order_id"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("ok", "accepted"),
                        Map.entry("ok-no-customer", "accepted"),
                        Map.entry("later", "later"),
                        Map.entry("later-and-negative", "later"),
                        Map.entry("negative", "accepted"),
                        Map.entry("year-9999", "rejected out_of_bounds_ordered_at"),
                        Map.entry("too-old", "rejected out_of_bounds_ordered_at"),
                        Map.entry("no-date", "rejected unreadable_ordered_at"),
                        Map.entry("no-quantity", "rejected unreadable_quantity"),
                        Map.entry("no-product", "rejected missing_product_id"),
                        Map.entry("null-price", "rejected missing_unit_price")));
    }

    /** The as-of day ends at midnight UTC, whatever zone a time is written in. */
    @Test
    void timesOfThreeZonesAreHeldAgainstTheSameMidnight() {
        Dataset<Row> raw = rows(
                ORDERS,
                row("tokyo-day-after", "p", "c", "2026-07-01T08:59:59+09:00", "1", "1"),
                row("tokyo-later", "p", "c", "2026-07-01T09:00:00+09:00", "1", "1"),
                row("utc", "p", "c", "2026-06-30T23:59:59Z", "1", "1"),
                row("new-york", "p", "c", "2026-06-30T19:59:59-04:00", "1", "1"),
                row("new-york-later", "p", "c", "2026-06-30T20:00:00-04:00", "1", "1"));
        assertThat(outcomes(raw, Orders.INPUT, plain(), "order_id"))
                .isEqualTo(Map.of(
                        "tokyo-day-after", "accepted",
                        "tokyo-later", "later",
                        "utc", "accepted",
                        "new-york", "accepted",
                        "new-york-later", "later"));
    }

    @Test
    void usageNamesACustomerAndAProductOrAContract() {
        Dataset<Row> raw = rows(
                "customer_id STRING, product_id STRING, subscription_id STRING, metric STRING, used_at STRING, amount STRING",
                row("c", "p", null, "both", "2026-06-01", "1"),
                row(null, null, "s", "contract", "2026-06-01", "1"),
                row("c", null, null, "customer", "2026-06-01", "1"),
                row(null, "p", null, "nobody", "2026-06-01", "1"));
        assertThat(outcomes(raw, Usage.INPUT, plain(), "metric"))
                .isEqualTo(Map.of(
                        "both", "accepted",
                        "contract", "accepted",
                        "customer", "accepted",
                        "nobody", "rejected missing_customer_id_or_subscription_id"));
        assertThatThrownBy(() -> stage(raw.drop("customer_id", "subscription_id"), Usage.INPUT, plain()))
                .hasMessageContaining("inputs.usage.columns.customer_id is not set")
                .hasMessageContaining("or map subscription_id");
    }

    @Test
    void aRejectKeepsTheRowAsItCame() {
        Dataset<Row> raw = rows(ORDERS, row("o", "p", "c", "soon", "1", "1"));
        Row staged = stage(raw, Orders.INPUT, plain()).first();
        assertThat(staged.<String>getAs(Staging.RAW))
                .isEqualTo("{\"order_id\":\"o\",\"product_id\":\"p\",\"customer_id\":\"c\",\"ordered_at\":\"soon\","
                        + "\"quantity\":\"1\",\"unit_price\":\"1\"}");
    }

    @Test
    void textIsTrimmedAndEmptyTextIsNoValue() {
        Row staged = stage(rows(ORDERS, row(" o ", " p", "", "2026-06-01", " 1 ", "1")), Orders.INPUT, plain())
                .first();
        assertThat(staged.<String>getAs(Orders.ORDER_ID)).isEqualTo("o");
        assertThat(staged.<String>getAs(Orders.PRODUCT_ID)).isEqualTo("p");
        assertThat(staged.<String>getAs(Orders.CUSTOMER_ID)).isNull();
        assertThat(staged.<BigDecimal>getAs(Orders.QUANTITY)).isEqualByComparingTo("1");
    }

    @Test
    void columnsAreMappedByExpressionsAndTakenByNameOtherwise() {
        Dataset<Row> raw = rows(
                "Invoice STRING, Cents INT, product_id STRING, ordered_at STRING", row("i", 250, "p", "2026-06-01"));
        InputConfig mapping = mapping(Map.of("order_id", "Invoice", "unit_price", "Cents / 100.0", "quantity", "1"));
        Row staged = stage(raw, Orders.INPUT, mapping).first();
        assertThat(staged.<String>getAs(Orders.ORDER_ID)).isEqualTo("i");
        assertThat(staged.<BigDecimal>getAs(Orders.UNIT_PRICE)).isEqualByComparingTo("2.5");
        assertThat(staged.<String>getAs(Orders.CURRENCY)).isNull();
    }

    @Test
    void whatCannotBeMappedIsNamedWithTheFix() {
        Dataset<Row> raw = rows("order_id STRING, product_id STRING, orderd_at STRING, Qty INT", row("o", "p", "d", 1));
        assertThatThrownBy(() -> stage(raw, Orders.INPUT, mapping(Map.of("quantity", "Qtty", "unit_price", "1"))))
                .hasMessageContaining("The input orders cannot be mapped")
                .hasMessageContaining("inputs.orders.columns.quantity = Qtty")
                .hasMessageContaining("inputs.orders.columns.ordered_at is not set")
                .hasMessageContaining("set inputs.orders.columns.ordered_at = \"orderd_at\"")
                .hasMessageContaining("columns of the source: order_id, product_id, orderd_at, Qty");
    }

    @Test
    void ofRowsWithTheSameKeyOneStays() {
        Dataset<Row> raw = rows(
                "order_id STRING, line_id STRING, product_id STRING, ordered_at STRING, quantity STRING, unit_price STRING",
                row("o", "1", "p", "2026-06-01", "1", "1"),
                row("o", "1", "q", "2026-06-01", "1", "1"),
                row("o", "2", "p", "2026-06-01", "1", "1"),
                row("o", null, "p", "2026-06-01", "1", "1"),
                row("o", null, "p", "2026-06-01", "1", "1"),
                // A later row of the same key is not seen, so it does not make the earlier one a duplicate.
                row("o", "2", "p", "2026-07-01", "1", "1"));
        assertThat(stage(raw, Orders.INPUT, plain()).repartition(3).collectAsList().stream()
                        .map(r -> r.getAs("product_id") + " " + r.getAs(Staging.STATUS) + " " + r.getAs(Staging.REASON))
                        .sorted()
                        .toList())
                .containsExactly(
                        "p accepted null",
                        "p accepted null",
                        "p accepted null",
                        "p accepted null",
                        "p later null",
                        "q rejected duplicate_key");
    }

    /** As of 30 June: a plan is known from the day on which it was entered, or by the setting where nobody tells. */
    @Test
    void plansAreKnownFromTheDayOnWhichTheyWereEntered() {
        Dataset<Row> raw = rows(
                "subscription_id STRING, customer_id STRING, product_id STRING, started_at STRING, ended_at STRING,"
                        + " signed_at STRING, end_known_at STRING",
                row("signed", "c", "p", "2026-07-10", null, "2026-06-30", null),
                row("to be signed", "c", "p", "2026-07-10", null, "2026-07-01", null),
                row("written later", "c", "p", "2026-06-01", null, "2026-07-01", null),
                row("untold", "c", "p", "2026-07-10", null, null, null),
                row("never", "c", "p", "9999-01-01", null, null, null),
                row("ends, known", "c", "p", "2026-01-01", "2026-08-01", null, "2026-06-30"),
                row("ends, entered later", "c", "p", "2026-01-01", "2026-08-01", null, "2026-07-01"),
                row("ended, entered later", "c", "p", "2026-01-01", "2026-06-01", null, "2026-07-01"),
                row("ends, untold", "c", "p", "2026-01-01", "2026-08-01", null, null),
                row("ended, untold", "c", "p", "2026-01-01", "2026-06-01", null, null));
        Map<String, String> known = new java.util.TreeMap<>(Map.of(
                "signed", "accepted null",
                "to be signed", "later null",
                "written later", "later null",
                "untold", "accepted null",
                "never", "rejected null",
                "ends, known", "accepted 2026-08-01",
                "ends, entered later", "accepted null",
                "ended, entered later", "accepted null",
                "ends, untold", "accepted 2026-08-01",
                "ended, untold", "accepted 2026-06-01"));
        assertThat(plans(raw, FutureDates.KNOWN)).isEqualTo(known);
        known.put("untold", "later null");
        known.put("ends, untold", "accepted null");
        assertThat(plans(raw, FutureDates.UNKNOWN)).isEqualTo(known);
    }

    @Test
    void billingIsAWordOrANumberOfMonths() {
        Dataset<Row> raw = rows(
                "product_id STRING, name STRING, billing STRING",
                row("word", "n", "Half_Yearly"),
                row("months", "n", "24"),
                row("none", "n", "0"),
                row("what", "n", "mensual"));
        assertThat(outcomes(raw, Products.INPUT, plain(), "product_id"))
                .isEqualTo(Map.of(
                        "word", "accepted",
                        "months", "accepted",
                        "none", "rejected unknown_billing: 0",
                        "what", "rejected unknown_billing: mensual"));
    }

    private static Map<String, String> plans(Dataset<Row> raw, FutureDates dates) {
        DayBounds bounds = DayBounds.of(LocalDate.of(2026, 6, 30), ZoneId.of("UTC"), QUALITY)
                .with(dates);
        return new Staging(bounds, QUALITY.nulls())
                .stage(raw, Subscriptions.INPUT, plain()).rows().collectAsList().stream()
                        .collect(Collectors.toMap(
                                r -> r.getString(0),
                                r -> r.getAs(Staging.STATUS) + " "
                                        + (r.getAs("ended_at") == null
                                                ? null
                                                : r.getAs("ended_at").toString().substring(0, 10))));
    }

    @Test
    void withoutLineIdLinesMayRepeat() {
        Dataset<Row> raw =
                rows(ORDERS, row("o", "p", "c", "2026-06-01", "1", "1"), row("o", "p", "c", "2026-06-01", "1", "1"));
        assertThat(stage(raw, Orders.INPUT, plain())
                        .where(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatBecameKnownLaterIsNotKnownYet() {
        Dataset<Row> raw = rows(
                "subscription_id STRING, customer_id STRING, product_id STRING, started_at STRING, ended_at STRING,"
                        + " end_known_at STRING",
                row("s1", "c", "p", "2026-01-01", "2026-08-31", "2026-06-30"),
                row("s2", "c", "p", "2026-01-01", "2026-08-31", "2026-07-01"),
                // Plans are facts of the day on which they were entered; of this one nobody tells it.
                row("s3", "c", "p", "2026-01-01", "2026-08-31", null));
        Map<String, Boolean> ended = stage(raw, Subscriptions.INPUT, plain()).collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs("subscription_id"), r -> r.getAs("ended_at") != null));
        assertThat(ended).isEqualTo(Map.of("s1", true, "s2", false, "s3", true));
    }

    @Test
    void unknownEnumerationsAreNamedAndCaseDoesNotMatter() {
        Dataset<Row> raw = rows(
                "contact_id STRING, customer_id STRING, contacted_at STRING, channel STRING, response STRING",
                row("1", "c", "2026-06-01", "email", "OPENED"),
                row("2", "c", "2026-06-01", "email", "shrugged"),
                row("3", "c", "2026-06-01", "email", null));
        assertThat(outcomes(raw, Contacts.INPUT, plain(), "contact_id"))
                .isEqualTo(Map.of("1", "accepted", "2", "rejected unknown_response: shrugged", "3", "accepted"));
    }

    @Test
    void aRowMustNameSomebody() {
        Dataset<Row> raw = rows(
                "customer_id STRING, account_id STRING, event_at STRING, event STRING",
                row("c", null, "2026-06-01", "1"),
                row(null, "a", "2026-06-01", "2"),
                row(null, null, "2026-06-01", "3"));
        assertThat(outcomes(raw, Behavior.INPUT, plain(), "event"))
                .isEqualTo(Map.of("1", "accepted", "2", "accepted", "3", "rejected missing_customer_id_or_account_id"));
    }

    @Test
    void aReactionAfterTheAsOfDateIsNotKnownYet() {
        Dataset<Row> raw = rows(
                "contact_id STRING, customer_id STRING, contacted_at STRING, channel STRING, response STRING, responded_at"
                        + " STRING",
                row("before", "c", "2026-06-30", "mail", "opened", "2026-06-30T23:59:59Z"),
                row("after", "c", "2026-06-30", "mail", "opened", "2026-07-01T00:00:00Z"),
                row("undated", "c", "2026-06-30", "mail", "opened", null));
        Map<String, String> responses = stage(raw, Contacts.INPUT, plain()).collectAsList().stream()
                .collect(Collectors.toMap(
                        r -> r.getAs(Contacts.CONTACT_ID), r -> String.valueOf(r.<String>getAs(Contacts.RESPONSE))));
        assertThat(responses)
                .containsOnly(
                        Map.entry("before", "opened"), Map.entry("after", "null"), Map.entry("undated", "opened"));
    }

    @Test
    void aCustomerWhoJoinsLaterIsNotSeen() {
        Dataset<Row> raw = rows(
                "customer_id STRING, joined_at STRING",
                row("c1", "2026-06-30"),
                row("c2", "2026-07-01"),
                row("c3", null));
        assertThat(outcomes(raw, Customers.INPUT, plain(), "customer_id"))
                .isEqualTo(Map.of("c1", "accepted", "c2", "later", "c3", "accepted"));
    }

    private static InputConfig plain() {
        return mapping(Map.of());
    }

    private static InputConfig mapping(Map<String, String> columns) {
        return new InputConfig(
                Optional.of("csv"),
                Optional.of("x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Dataset<Row> stage(Dataset<Row> raw, Input input, InputConfig mapping) {
        DayBounds bounds = DayBounds.of(LocalDate.of(2026, 6, 30), ZoneId.of("UTC"), QUALITY);
        return new Staging(bounds, QUALITY.nulls()).stage(raw, input, mapping).rows();
    }

    private static Map<String, String> outcomes(Dataset<Row> raw, Input input, InputConfig mapping, String key) {
        List<Row> staged = stage(raw, input, mapping)
                .select(col(key), col(Staging.STATUS), col(Staging.REASON), col(Staging.RAW))
                .collectAsList();
        Map<String, String> outcomes = staged.stream()
                .collect(Collectors.toMap(
                        r -> r.getString(0), r -> r.getString(1) + (r.isNullAt(2) ? "" : " " + r.getString(2))));
        assertThat(staged).allMatch(r -> r.isNullAt(2) == r.isNullAt(3));
        return outcomes;
    }
}
