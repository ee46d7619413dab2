package io.osusume.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.min;

import io.osusume.config.ConsentConfig;
import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything known of a customer, in one row. Grain: one customer that the inputs {@code customers}, {@code orders}, {@code
 * usage} or {@code subscriptions} name.
 *
 * <p>A count is 0 where the input is there and has nothing on the customer, and null (unknown) where the input is absent.
 * Events, contacts and tickets of others than these customers are left out ({@link UnknownCustomers} counts them).
 */
public final class CustomerFeatures {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String NPS = "nps";
    /** Whether we may contact the customer: consent, and never unsubscribed. Never null. */
    public static final String MAY_CONTACT = "may_contact";
    /** Whether anybody said yes or no: a consent of the customer's own, or the setting where none is mapped, or an unsubscribing. */
    public static final String CONSENT_KNOWN = "consent_known";

    public static final String UNSUBSCRIBED = "unsubscribed";
    /** Days since the customer joined, or was first seen in orders, usage or contracts. */
    public static final String TENURE_DAYS = "tenure_days";

    public static final String ORDERS = "orders";
    public static final String ORDERS_90D = "orders_90d";
    public static final String ORDERS_365D = "orders_365d";
    public static final String FIRST_ORDERED_AT = "first_ordered_at";
    public static final String LAST_ORDERED_AT = "last_ordered_at";
    public static final String RECENCY_DAYS = "recency_days";
    /** Σ net quantity · unit price. */
    public static final String NET_REVENUE = "net_revenue";
    /** Median of the days between successive days of purchase; null with fewer than three such days. */
    public static final String MEDIAN_INTERVAL_DAYS = "median_interval_days";
    /** Recency / median interval: above 1 a purchase is overdue. */
    public static final String OVERDUE_RATIO = "overdue_ratio";

    public static final String UTILISATION = "utilisation";
    public static final String USAGE_TREND = "usage_trend";
    /** In how many of the last four 28-day periods there was use; null for customers that were never measured. */
    public static final String ACTIVE_PERIODS = "active_periods";

    public static final String LAST_USED_AT = "last_used_at";
    /** How many different products the customer owns. */
    public static final String OWNED_PRODUCTS = "owned_products";

    /** How many products are under an active contract; the next renewal; whether one of them is to be cancelled. */
    public static final String ACTIVE_CONTRACTS = "active_contracts";

    public static final String RENEWS_AT = "renews_at";
    public static final String CANCEL_REQUESTED = "cancel_requested";
    public static final String CONTACTS_30D = "contacts_30d";
    public static final String CONTACTS_90D = "contacts_90d";
    /** Welcome reactions to the contacts of 30 days. */
    public static final String REACTIONS_30D = "reactions_30d";

    public static final String REACTIONS_90D = "reactions_90d";
    public static final String RESPONSE_RATE = "response_rate";
    public static final String DAYS_SINCE_CONTACT = "days_since_contact";
    public static final String LAST_TWO_NEGATIVE = "last_two_negative";
    public static final String CONTACT_CAP_REACHED = "contact_cap_reached";
    /** Open problem tickets, and those of them that are severe. */
    public static final String OPEN_ISSUES = "open_issues";

    public static final String OPEN_SEVERE_TICKETS = "open_severe_tickets";
    /** Problem tickets opened in 30 and 365 days. */
    public static final String TICKETS_30D = "tickets_30d";

    public static final String TICKETS_365D = "tickets_365d";
    /** Σ event weight · 2^(−age / half-life). */
    public static final String INTEREST = "interest";

    public static final String EVENTS_28D = "events_28d";
    public static final String LAST_EVENT_AT = "last_event_at";
    /** Need events and tickets that ask about a product, in 28 days. */
    public static final String NEEDS_28D = "needs_28d";

    public static final String DECLINED_90D = "declined_90d";
    /** Days since the last order, use or event; null when there never was one. */
    public static final String DAYS_SINCE_SEEN = "days_since_seen";

    static final String FIRST_USED_AT = "_first_used_at";
    static final String FIRST_CONTRACT_AT = "_first_contract_at";

    private static final String[] KEY = {CUSTOMER_ID};

    private final FeaturesConfig config;
    private final ConsentConfig consent;

    public CustomerFeatures(FeaturesConfig config, ConsentConfig consent) {
        this.config = config;
        this.consent = consent;
    }

    /**
     * Works out the features; each input is scanned once.
     *
     * @param holdings {@link Holdings}
     * @param use {@link ProductUse}
     */
    public Dataset<Row> of(Facts facts, Dataset<Row> holdings, Dataset<Row> use, LocalDate asOf) {
        Lookback lookback = new Lookback(asOf);
        ContactSummary contacts = new ContactSummary(config, facts.of(Contacts.INPUT), lookback);
        Dataset<Row> joined = everybody(facts, lookback)
                .join(HoldingSummary.of(holdings), KEY, "left")
                .join(UseSummary.of(use, config.minMeasurements()), KEY, "left")
                .join(contacts.perCustomer(), KEY, "left")
                .join(TicketSummary.of(facts.of(Tickets.INPUT), config, lookback), KEY, "left")
                .join(BehaviorSummary.of(facts.of(Behavior.INPUT), config, lookback), KEY, "left")
                .join(OfferSummary.of(facts.of(OfferEvents.INPUT), lookback), KEY, "left")
                .crossJoin(broadcast(contacts.population()));
        return joined.select(new FeatureColumns(config, consent, facts, lookback).all());
    }

    private static Dataset<Row> everybody(Facts facts, Lookback lookback) {
        return facts.of(Customers.INPUT)
                .join(PurchaseSummary.of(facts.lines(), lookback), KEY, "full_outer")
                .join(UseSummary.span(facts.of(Usage.INPUT)), KEY, "full_outer")
                .join(firstContracts(facts.of(Subscriptions.INPUT)), KEY, "full_outer");
    }

    private static Dataset<Row> firstContracts(Dataset<Row> subscriptions) {
        return subscriptions
                .groupBy(Subscriptions.CUSTOMER_ID)
                .agg(min(Subscriptions.STARTED_AT).as(FIRST_CONTRACT_AT));
    }
}
