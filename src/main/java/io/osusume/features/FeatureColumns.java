package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.ConsentConfig;
import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** The columns of {@link CustomerFeatures}, from the joined summaries. */
final class FeatureColumns {
    private final FeaturesConfig config;
    private final ConsentConfig consent;
    private final Facts facts;
    private final Lookback lookback;

    FeatureColumns(FeaturesConfig config, ConsentConfig consent, Facts facts, Lookback lookback) {
        this.config = config;
        this.consent = consent;
        this.facts = facts;
        this.lookback = lookback;
    }

    Column[] all() {
        List<Column> columns = new ArrayList<>();
        Customers.TABLE.columnNames().forEach(name -> columns.add(col(name)));
        Column unsubscribed = known(OfferEvents.INPUT, CustomerFeatures.UNSUBSCRIBED, lit(false));
        columns.add(unsubscribed.as(CustomerFeatures.UNSUBSCRIBED));
        columns.add(mayContact().as(CustomerFeatures.MAY_CONTACT));
        columns.add(consentKnown().as(CustomerFeatures.CONSENT_KNOWN));
        columns.addAll(purchases());
        columns.addAll(use());
        columns.addAll(contacts());
        columns.addAll(problemsAndInterest());
        Column seen = greatest(
                col(CustomerFeatures.LAST_ORDERED_AT),
                col(CustomerFeatures.LAST_USED_AT),
                col(CustomerFeatures.LAST_EVENT_AT));
        columns.add(lookback.age(seen).as(CustomerFeatures.DAYS_SINCE_SEEN));
        return columns.toArray(Column[]::new);
    }

    private Column mayContact() {
        Column agreed = facts.knows(Customers.INPUT, Customers.MARKETING_CONSENT)
                ? coalesce(col(Customers.MARKETING_CONSENT), lit(false))
                : lit(consent.assume());
        return agreed.and(
                coalesce(col(CustomerFeatures.UNSUBSCRIBED), lit(false)).equalTo(false));
    }

    private Column consentKnown() {
        Column said = facts.knows(Customers.INPUT, Customers.MARKETING_CONSENT)
                ? col(Customers.MARKETING_CONSENT).isNotNull()
                : lit(consent.assume());
        return said.or(coalesce(col(CustomerFeatures.UNSUBSCRIBED), lit(false)));
    }

    private List<Column> purchases() {
        Column first = least(
                col(Customers.JOINED_AT),
                col(CustomerFeatures.FIRST_ORDERED_AT),
                col(CustomerFeatures.FIRST_USED_AT),
                col(CustomerFeatures.FIRST_CONTRACT_AT));
        Column recency = lookback.age(col(CustomerFeatures.LAST_ORDERED_AT));
        Column overdue = when(
                col(CustomerFeatures.MEDIAN_INTERVAL_DAYS).gt(0),
                recency.cast(Types.ESTIMATE).divide(col(CustomerFeatures.MEDIAN_INTERVAL_DAYS)));
        return List.of(
                lookback.age(first).as(CustomerFeatures.TENURE_DAYS),
                zero(CustomerFeatures.ORDERS),
                zero(CustomerFeatures.ORDERS_90D),
                zero(CustomerFeatures.ORDERS_365D),
                col(CustomerFeatures.FIRST_ORDERED_AT),
                col(CustomerFeatures.LAST_ORDERED_AT),
                recency.as(CustomerFeatures.RECENCY_DAYS),
                coalesce(col(CustomerFeatures.NET_REVENUE), lit(0).cast(Types.MONEY))
                        .as(CustomerFeatures.NET_REVENUE),
                col(CustomerFeatures.MEDIAN_INTERVAL_DAYS),
                overdue.as(CustomerFeatures.OVERDUE_RATIO));
    }

    private List<Column> use() {
        return List.of(
                col(CustomerFeatures.UTILISATION),
                col(CustomerFeatures.USAGE_TREND),
                when(
                                col(CustomerFeatures.LAST_USED_AT).isNotNull(),
                                coalesce(col(CustomerFeatures.ACTIVE_PERIODS), lit(0)))
                        .as(CustomerFeatures.ACTIVE_PERIODS),
                col(CustomerFeatures.LAST_USED_AT),
                zero(CustomerFeatures.OWNED_PRODUCTS),
                count(Subscriptions.INPUT, CustomerFeatures.ACTIVE_CONTRACTS),
                col(CustomerFeatures.RENEWS_AT),
                known(Subscriptions.INPUT, CustomerFeatures.CANCEL_REQUESTED, lit(false))
                        .as(CustomerFeatures.CANCEL_REQUESTED));
    }

    private List<Column> contacts() {
        Input input = Contacts.INPUT;
        Column capReached = coalesce(col(CustomerFeatures.CONTACTS_30D), lit(0)).geq(config.contactCap());
        return List.of(
                count(input, CustomerFeatures.CONTACTS_30D),
                count(input, CustomerFeatures.CONTACTS_90D),
                count(input, CustomerFeatures.REACTIONS_30D),
                count(input, CustomerFeatures.REACTIONS_90D),
                ResponseRate.rate().as(CustomerFeatures.RESPONSE_RATE),
                col(CustomerFeatures.DAYS_SINCE_CONTACT),
                known(input, CustomerFeatures.LAST_TWO_NEGATIVE, lit(false)).as(CustomerFeatures.LAST_TWO_NEGATIVE),
                when(lit(facts.knows(input)), capReached).as(CustomerFeatures.CONTACT_CAP_REACHED));
    }

    private List<Column> problemsAndInterest() {
        boolean needsKnown = facts.knows(Behavior.INPUT) || facts.knows(Tickets.INPUT);
        Column needs = coalesce(col(BehaviorSummary.NEED_EVENTS_28D), lit(0L))
                .plus(coalesce(col(TicketSummary.QUESTIONS_28D), lit(0L)));
        return List.of(
                count(Tickets.INPUT, CustomerFeatures.OPEN_ISSUES),
                count(Tickets.INPUT, CustomerFeatures.OPEN_SEVERE_TICKETS),
                count(Tickets.INPUT, CustomerFeatures.TICKETS_30D),
                count(Tickets.INPUT, CustomerFeatures.TICKETS_365D),
                known(Behavior.INPUT, CustomerFeatures.INTEREST, lit(0.0)).as(CustomerFeatures.INTEREST),
                count(Behavior.INPUT, CustomerFeatures.EVENTS_28D),
                col(CustomerFeatures.LAST_EVENT_AT),
                when(lit(needsKnown), needs).as(CustomerFeatures.NEEDS_28D),
                count(OfferEvents.INPUT, CustomerFeatures.DECLINED_90D));
    }

    private Column count(Input input, String name) {
        return known(input, name, lit(0L)).as(name);
    }

    /** What the input says, {@code none} where it says nothing; null where the input is absent. */
    private Column known(Input input, String name, Column none) {
        return when(lit(facts.knows(input)), coalesce(col(name), none));
    }

    private static Column zero(String name) {
        return coalesce(col(name), lit(0L)).as(name);
    }
}
