package io.osusume.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.ConsentConfig;
import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
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
    static final String FIRST_USED_AT = "_first_used_at";
    static final String FIRST_CONTRACT_AT = "_first_contract_at";

    private static final String[] KEY = {Features.CUSTOMER_ID};

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
                .join(UseSummary.of(use), KEY, "left")
                .join(contacts.perCustomer(), KEY, "left")
                .join(TicketSummary.of(facts.of(Tickets.INPUT), config, lookback), KEY, "left")
                .join(BehaviorSummary.of(facts.of(Behavior.INPUT), config, lookback), KEY, "left")
                .join(OfferSummary.of(facts.of(OfferEvents.INPUT), lookback), KEY, "left")
                .crossJoin(broadcast(contacts.population()));
        return joined.select(new FeatureColumns(config, consent, facts, lookback).all());
    }

    private static Dataset<Row> everybody(Facts facts, Lookback lookback) {
        return facts.of(Customers.INPUT)
                .join(PurchaseSummary.of(facts.purchases(), lookback), KEY, "full_outer")
                .join(UseSummary.span(facts.of(Usage.INPUT)), KEY, "full_outer")
                .join(firstContracts(facts.of(Subscriptions.INPUT), lookback), KEY, "full_outer");
    }

    private static Dataset<Row> firstContracts(Dataset<Row> subscriptions, Lookback lookback) {
        Column begun = when(lookback.known(col(Subscriptions.STARTED_AT)), col(Subscriptions.STARTED_AT));
        return subscriptions.groupBy(Subscriptions.CUSTOMER_ID).agg(min(begun).as(FIRST_CONTRACT_AT));
    }
}
