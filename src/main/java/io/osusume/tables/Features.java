package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * Handed between stages: {@code features}, everything known of a customer in one row. A count is 0 where the input is there and
 * has nothing on the customer, and null where the input is absent.
 */
public final class Features {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String NPS = "nps";
    public static final String MAY_CONTACT = "may_contact";
    public static final String CONSENT_KNOWN = "consent_known";
    public static final String UNSUBSCRIBED = "unsubscribed";
    public static final String TENURE_DAYS = "tenure_days";
    public static final String ORDERS = "orders";
    public static final String ORDERS_90D = "orders_90d";
    public static final String ORDERS_365D = "orders_365d";
    public static final String FIRST_ORDERED_AT = "first_ordered_at";
    public static final String LAST_ORDERED_AT = "last_ordered_at";
    public static final String RECENCY_DAYS = "recency_days";
    public static final String NET_REVENUE = "net_revenue";
    public static final String MEDIAN_INTERVAL_DAYS = "median_interval_days";
    public static final String OVERDUE_RATIO = "overdue_ratio";
    public static final String UTILISATION = "utilisation";
    public static final String USAGE_TREND = "usage_trend";
    public static final String ACTIVE_PERIODS = "active_periods";
    public static final String LAST_USED_AT = "last_used_at";
    public static final String OWNED_PRODUCTS = "owned_products";
    public static final String ACTIVE_CONTRACTS = "active_contracts";
    public static final String RENEWS_AT = "renews_at";
    public static final String CANCEL_REQUESTED = "cancel_requested";
    public static final String CONTACTS_30D = "contacts_30d";
    public static final String CONTACTS_90D = "contacts_90d";
    public static final String REACTIONS_30D = "reactions_30d";
    public static final String REACTIONS_90D = "reactions_90d";
    public static final String RESPONSE_RATE = "response_rate";
    public static final String DAYS_SINCE_CONTACT = "days_since_contact";
    public static final String LAST_TWO_NEGATIVE = "last_two_negative";
    public static final String CONTACT_CAP_REACHED = "contact_cap_reached";
    public static final String OPEN_ISSUES = "open_issues";
    public static final String OPEN_SEVERE_TICKETS = "open_severe_tickets";
    public static final String TICKETS_30D = "tickets_30d";
    public static final String TICKETS_365D = "tickets_365d";
    public static final String INTEREST = "interest";
    public static final String EVENTS_28D = "events_28d";
    public static final String LAST_EVENT_AT = "last_event_at";
    public static final String NEEDS_28D = "needs_28d";
    public static final String DECLINED_90D = "declined_90d";
    public static final String DAYS_SINCE_SEEN = "days_since_seen";

    private static final String ABSENT = "the input is absent";

    private static final List<Field> OWN = List.of(
            Field.flag(UNSUBSCRIBED, "Whether the customer ever unsubscribed").orNull(ABSENT),
            Field.flag(MAY_CONTACT, "Consent, and never unsubscribed"),
            Field.flag(CONSENT_KNOWN, "Whether anybody said yes or no: the customer, the setting, or an unsubscribing"),
            Field.whole(TENURE_DAYS, "Since the customer joined, or was first seen in orders, usage or contracts")
                    .in("days")
                    .orNull("not known"),
            Field.count(ORDERS, "Orders to date").in("orders"),
            Field.count(ORDERS_90D, "Orders in 90 days").in("orders"),
            Field.count(ORDERS_365D, "Orders in 365 days").in("orders"),
            Field.instant(FIRST_ORDERED_AT, "The first order").orNull("none"),
            Field.instant(LAST_ORDERED_AT, "The latest order").orNull("none"),
            Field.whole(RECENCY_DAYS, "Since the latest order").in("days").orNull("no order"),
            Field.money(NET_REVENUE, "Σ net quantity · unit price"),
            Field.estimate(MEDIAN_INTERVAL_DAYS, "Median of the days between successive days of purchase")
                    .in("days")
                    .orNull("fewer than three such days"),
            Field.estimate(OVERDUE_RATIO, "recency_days / median_interval_days: above 1 a purchase is overdue")
                    .orNull("no median"),
            Field.estimate(UTILISATION, "The highest of the customer's products")
                    .orNull("not known"),
            Field.estimate(USAGE_TREND, "Use an observed day in 28 days ÷ in the 84 before; the median over metrics")
                    .orNull("too little was observed"),
            Field.whole(ACTIVE_PERIODS, "In how many of the last four 28-day periods there was use")
                    .orNull("never measured"),
            Field.instant(LAST_USED_AT, "The latest use").orNull("never measured"),
            Field.count(OWNED_PRODUCTS, "How many different products the customer owns")
                    .in("products"),
            Field.count(ACTIVE_CONTRACTS, "How many products are under a running contract")
                    .in("products")
                    .orNull(ABSENT),
            Field.instant(RENEWS_AT, "The next renewal of one of them").orNull("not known"),
            Field.flag(CANCEL_REQUESTED, "Whether one of them is to be cancelled")
                    .orNull(ABSENT),
            Field.count(CONTACTS_30D, "Touches of ours in 30 days")
                    .in("touches")
                    .orNull(ABSENT),
            Field.count(CONTACTS_90D, "Touches of ours in 90 days")
                    .in("touches")
                    .orNull(ABSENT),
            Field.count(REACTIONS_30D, "Welcome reactions to the touches of 30 days")
                    .in("touches")
                    .orNull(ABSENT),
            Field.count(REACTIONS_90D, "Welcome reactions to those of 90 days")
                    .in("touches")
                    .orNull(ABSENT),
            Field.estimate(RESPONSE_RATE, "Share of a year's touches with a welcome reaction, shrunk to the usual")
                    .orNull("nobody was contacted"),
            Field.whole(DAYS_SINCE_CONTACT, "Since the latest touch").in("days").orNull("none"),
            Field.flag(LAST_TWO_NEGATIVE, "Whether the last two reactions were both negative")
                    .orNull(ABSENT),
            Field.flag(CONTACT_CAP_REACHED, "Whether features.contact_cap is reached by contacts in 30 days")
                    .orNull(ABSENT),
            Field.count(OPEN_ISSUES, "Open problem tickets").in("tickets").orNull(ABSENT),
            Field.count(OPEN_SEVERE_TICKETS, "Those of them that are severe")
                    .in("tickets")
                    .orNull(ABSENT),
            Field.count(TICKETS_30D, "Problem tickets opened in 30 days")
                    .in("tickets")
                    .orNull(ABSENT),
            Field.count(TICKETS_365D, "Problem tickets opened in 365 days")
                    .in("tickets")
                    .orNull(ABSENT),
            Field.estimate(INTEREST, "Σ event weight · 2^(−age / half-life)").orNull(ABSENT),
            Field.count(EVENTS_28D, "Events in 28 days").in("events").orNull(ABSENT),
            Field.instant(LAST_EVENT_AT, "The latest event").orNull("none"),
            Field.count(NEEDS_28D, "Need events, and tickets that ask about a product, in 28 days")
                    .orNull("neither input is there"),
            Field.count(DECLINED_90D, "Offers declined in 90 days").in("offers").orNull(ABSENT),
            Field.whole(DAYS_SINCE_SEEN, "Since the last order, use or event")
                    .in("days")
                    .orNull("there never was one"));

    public static final Table TABLE = new Table(
            "features",
            "one customer that customers, orders, usage or subscriptions name",
            List.of(CUSTOMER_ID),
            Stream.concat(Customers.TABLE.columns().stream(), OWN.stream()).toList());

    private Features() {}
}
