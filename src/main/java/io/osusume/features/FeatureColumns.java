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
import io.osusume.tables.Features;
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
        Column unsubscribed = known(OfferEvents.INPUT, Features.UNSUBSCRIBED, lit(false));
        columns.add(unsubscribed.as(Features.UNSUBSCRIBED));
        columns.add(mayContact().as(Features.MAY_CONTACT));
        columns.add(consentKnown().as(Features.CONSENT_KNOWN));
        columns.addAll(purchases());
        columns.addAll(use());
        columns.addAll(contacts());
        columns.addAll(problemsAndInterest());
        Column seen = greatest(col(Features.LAST_ORDERED_AT), col(Features.LAST_USED_AT), col(Features.LAST_EVENT_AT));
        columns.add(lookback.age(seen).as(Features.DAYS_SINCE_SEEN));
        return columns.toArray(Column[]::new);
    }

    private Column mayContact() {
        Column agreed = facts.knows(Customers.INPUT, Customers.MARKETING_CONSENT)
                ? coalesce(col(Customers.MARKETING_CONSENT), lit(false))
                : lit(consent.assume());
        return agreed.and(coalesce(col(Features.UNSUBSCRIBED), lit(false)).equalTo(false));
    }

    private Column consentKnown() {
        Column said = facts.knows(Customers.INPUT, Customers.MARKETING_CONSENT)
                ? col(Customers.MARKETING_CONSENT).isNotNull()
                : lit(consent.assume());
        return said.or(coalesce(col(Features.UNSUBSCRIBED), lit(false)));
    }

    private List<Column> purchases() {
        Column first = least(
                col(Customers.JOINED_AT),
                col(Features.FIRST_ORDERED_AT),
                col(CustomerFeatures.FIRST_USED_AT),
                col(CustomerFeatures.FIRST_CONTRACT_AT));
        Column recency = lookback.age(col(Features.LAST_ORDERED_AT));
        Column overdue = when(
                col(Features.MEDIAN_INTERVAL_DAYS).gt(0),
                recency.cast(Types.ESTIMATE).divide(col(Features.MEDIAN_INTERVAL_DAYS)));
        return List.of(
                lookback.age(first).as(Features.TENURE_DAYS),
                zero(Features.ORDERS),
                zero(Features.ORDERS_90D),
                zero(Features.ORDERS_365D),
                col(Features.FIRST_ORDERED_AT),
                col(Features.LAST_ORDERED_AT),
                recency.as(Features.RECENCY_DAYS),
                coalesce(col(Features.NET_REVENUE), lit(0))
                        .plus(coalesce(col(HoldingSummary.CONTRACT_REVENUE), lit(0)))
                        .cast(Types.MONEY)
                        .as(Features.NET_REVENUE),
                col(Features.MEDIAN_INTERVAL_DAYS),
                overdue.as(Features.OVERDUE_RATIO));
    }

    private List<Column> use() {
        return List.of(
                col(Features.UTILISATION),
                col(Features.USAGE_TREND),
                when(col(Features.LAST_USED_AT).isNotNull(), coalesce(col(Features.ACTIVE_PERIODS), lit(0)))
                        .as(Features.ACTIVE_PERIODS),
                col(Features.LAST_USED_AT),
                zero(Features.OWNED_PRODUCTS),
                count(Subscriptions.INPUT, Features.ACTIVE_CONTRACTS),
                col(Features.RENEWS_AT),
                known(Subscriptions.INPUT, Features.CANCEL_REQUESTED, lit(false))
                        .as(Features.CANCEL_REQUESTED));
    }

    private List<Column> contacts() {
        Input input = Contacts.INPUT;
        Column capReached = coalesce(col(Features.CONTACTS_30D), lit(0)).geq(config.contactCap());
        return List.of(
                count(input, Features.CONTACTS_30D),
                count(input, Features.CONTACTS_90D),
                count(input, Features.REACTIONS_30D),
                count(input, Features.REACTIONS_90D),
                ResponseRate.rate().as(Features.RESPONSE_RATE),
                col(Features.DAYS_SINCE_CONTACT),
                known(input, Features.LAST_TWO_NEGATIVE, lit(false)).as(Features.LAST_TWO_NEGATIVE),
                when(lit(facts.knows(input)), capReached).as(Features.CONTACT_CAP_REACHED));
    }

    private List<Column> problemsAndInterest() {
        boolean needsKnown = facts.knows(Behavior.INPUT) || facts.knows(Tickets.INPUT);
        Column needs = coalesce(col(BehaviorSummary.NEED_EVENTS_28D), lit(0L))
                .plus(coalesce(col(TicketSummary.QUESTIONS_28D), lit(0L)));
        return List.of(
                count(Tickets.INPUT, Features.OPEN_ISSUES),
                count(Tickets.INPUT, Features.OPEN_SEVERE_TICKETS),
                count(Tickets.INPUT, Features.TICKETS_30D),
                count(Tickets.INPUT, Features.TICKETS_365D),
                known(Behavior.INPUT, Features.INTEREST, lit(0.0)).as(Features.INTEREST),
                count(Behavior.INPUT, Features.EVENTS_28D),
                col(Features.LAST_EVENT_AT),
                when(lit(needsKnown), needs).as(Features.NEEDS_28D),
                count(OfferEvents.INPUT, Features.DECLINED_90D));
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
