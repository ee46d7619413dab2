package io.osusume.sample;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The generated tables and their columns. All columns are text, as in a CSV file; null is an empty field. */
enum SampleTable {
    ORDERS(
            "order_id",
            "line_id",
            "customer_id",
            "product_id",
            "ordered_at",
            "quantity",
            "unit_price",
            "currency",
            "channel",
            "status"),
    PRODUCTS(
            "product_id",
            "name",
            "category",
            "family",
            "tier",
            "list_price",
            "unit_cost",
            "billing",
            "is_consumable",
            "usage_metric",
            "included_units",
            "requires",
            "excludes",
            "substitute_group",
            "launched_at",
            "discontinued_at",
            "content_track"),
    CUSTOMERS("customer_id", "name", "account_id", "owner", "joined_at", "marketing_consent", "locale", "nps", "arm"),
    USAGE("customer_id", "product_id", "metric", "used_at", "amount"),
    SUBSCRIPTIONS(
            "subscription_id",
            "customer_id",
            "product_id",
            "started_at",
            "renews_at",
            "ended_at",
            "cancel_requested_at",
            "quantity",
            "price"),
    CONTACTS("contact_id", "customer_id", "contacted_at", "channel", "response", "responded_at"),
    BEHAVIOR("customer_id", "account_id", "event_at", "event", "person_id", "department", "seniority", "product_id"),
    TICKETS("ticket_id", "customer_id", "opened_at", "closed_at", "severity", "topic", "product_id", "satisfaction"),
    OFFER_EVENTS(
            "customer_id",
            "offer_type",
            "product_id",
            "event",
            "event_at",
            "offered_at",
            "trigger",
            "segment",
            "arm",
            "p_at_offer"),
    ACCOUNTS("account_id", "name", "industry", "size"),
    TRUTHS("kind", "subject", "product_id", "other", "figure");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    SampleTable(String... columns) {
        this.columns = List.of(columns);
    }

    List<String> columns() {
        return columns;
    }

    StructType schema() {
        return DataTypes.createStructType(columns.stream()
                .map(column -> DataTypes.createStructField(column, DataTypes.StringType, true))
                .toArray(StructField[]::new));
    }
}
