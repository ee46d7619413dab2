package io.osusume.sample;

import io.osusume.tables.Accounts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Orders;
import io.osusume.tables.PlantedTruths;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Table;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The generated tables, and which of their columns are filled, in the order of the rows that are made. All columns are text, as
 * in a CSV file; null is an empty field. Columns in quotes are of no table: a company's files hold more than is read.
 */
enum SampleTable {
    ORDERS(
            Orders.TABLE,
            Orders.ORDER_ID,
            Orders.LINE_ID,
            Orders.CUSTOMER_ID,
            Orders.PRODUCT_ID,
            Orders.ORDERED_AT,
            Orders.QUANTITY,
            Orders.UNIT_PRICE,
            Orders.CURRENCY,
            Orders.CHANNEL,
            Orders.STATUS),
    PRODUCTS(
            Products.TABLE,
            Products.PRODUCT_ID,
            Products.NAME,
            Products.CATEGORY,
            Products.FAMILY,
            Products.TIER,
            Products.LIST_PRICE,
            Products.UNIT_COST,
            Products.BILLING,
            Products.IS_CONSUMABLE,
            Products.USAGE_METRIC,
            Products.INCLUDED_UNITS,
            Products.REQUIRES,
            Products.EXCLUDES,
            Products.SUBSTITUTE_GROUP,
            Products.LAUNCHED_AT,
            Products.DISCONTINUED_AT,
            Products.CONTENT_TRACK),
    CUSTOMERS(
            Customers.TABLE,
            Customers.CUSTOMER_ID,
            Customers.NAME,
            Customers.ACCOUNT_ID,
            Customers.OWNER,
            Customers.JOINED_AT,
            Customers.MARKETING_CONSENT,
            Customers.LOCALE,
            Customers.NPS,
            Customers.ARM),
    USAGE(Usage.TABLE, Usage.CUSTOMER_ID, Usage.PRODUCT_ID, Usage.METRIC, Usage.USED_AT, Usage.AMOUNT),
    SUBSCRIPTIONS(
            Subscriptions.TABLE,
            Subscriptions.SUBSCRIPTION_ID,
            Subscriptions.CUSTOMER_ID,
            Subscriptions.PRODUCT_ID,
            Subscriptions.STARTED_AT,
            Subscriptions.RENEWS_AT,
            Subscriptions.ENDED_AT,
            Subscriptions.CANCEL_REQUESTED_AT,
            Subscriptions.QUANTITY,
            Subscriptions.PRICE),
    CONTACTS(
            Contacts.TABLE,
            Contacts.CONTACT_ID,
            Contacts.CUSTOMER_ID,
            Contacts.CONTACTED_AT,
            Contacts.CHANNEL,
            Contacts.RESPONSE,
            Contacts.RESPONDED_AT),
    BEHAVIOR(
            Behavior.TABLE,
            Behavior.CUSTOMER_ID,
            Behavior.ACCOUNT_ID,
            Behavior.EVENT_AT,
            Behavior.EVENT,
            Behavior.PERSON_ID,
            Behavior.DEPARTMENT,
            Behavior.SENIORITY,
            Behavior.PRODUCT_ID),
    TICKETS(
            Tickets.TABLE,
            Tickets.TICKET_ID,
            Tickets.CUSTOMER_ID,
            Tickets.OPENED_AT,
            Tickets.CLOSED_AT,
            Tickets.SEVERITY,
            Tickets.TOPIC,
            Tickets.PRODUCT_ID,
            Tickets.SATISFACTION),
    OFFER_EVENTS(
            OfferEvents.TABLE,
            OfferEvents.CUSTOMER_ID,
            OfferEvents.OFFER_TYPE,
            OfferEvents.PRODUCT_ID,
            OfferEvents.EVENT,
            OfferEvents.EVENT_AT,
            "offered_at",
            OfferEvents.TRIGGER,
            OfferEvents.SEGMENT,
            OfferEvents.ARM,
            "p_at_offer"),
    ACCOUNTS(Accounts.TABLE, Accounts.ACCOUNT_ID, Accounts.NAME, "industry", "size"),
    TRUTHS(
            PlantedTruths.TABLE,
            PlantedTruths.KIND,
            PlantedTruths.SUBJECT,
            PlantedTruths.PRODUCT_ID,
            PlantedTruths.OTHER,
            PlantedTruths.FIGURE);

    private final String tableName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    SampleTable(Table table, String... columns) {
        this.tableName = table.name();
        this.columns = List.of(columns);
    }

    /** As the configuration calls the input. */
    String tableName() {
        return tableName;
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
