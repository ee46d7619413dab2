package io.osusume.worklist;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.UnhappyConfig;
import io.osusume.features.Facts;
import io.osusume.features.Lookback;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.OfferType;
import io.osusume.tables.Products;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What happened that one speaks about: each a column of one customer. Days are whole numbers since 1970-01-01. */
final class Happenings {
    static final String CONTRACTS = "contracts";
    static final String BOUGHT = "bought";
    static final String SEVERE = "severe";
    static final String LOW_MARK = "low_mark";
    static final String DECLINED = "declined";
    static final String AWAITING = "awaiting";

    // Fields of these columns.
    static final String DAY = "day";
    static final String SUBJECT = "subject";
    static final String WHAT = "what";
    static final String RENEWS = "renews";
    static final String ASKED = "asked";
    static final String PER_YEAR = "per_year";
    static final String TERM = "term";
    static final String TICKET = "ticket";
    static final String MARK = "mark";
    static final String TYPE = "type";

    private static final String PRODUCT_NAME = "_name";

    private final OsusumeConfig config;
    private final LocalDate asOf;
    private final Lookback lookback;

    Happenings(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
        this.lookback = new Lookback(asOf);
    }

    /** Running contracts, the next renewal first. */
    Dataset<Row> contracts(Dataset<Row> holdings, Dataset<Row> prices) {
        Column contract = struct(
                coalesce(day(col(CustomerHoldings.RENEWS_AT)), lit(Integer.MAX_VALUE))
                        .as(RENEWS),
                col(PRODUCT_NAME).as(WHAT),
                day(col(CustomerHoldings.CANCEL_REQUESTED_AT)).as(ASKED),
                col(CustomerHoldings.CONTRACT_PER_YEAR).as(PER_YEAR),
                col(TERM));
        return named(holdings, prices, col(CustomerHoldings.PRODUCT_ID))
                .groupBy(CustomerHoldings.CUSTOMER_ID)
                .agg(sort_array(collect_list(contract)).as(CONTRACTS));
    }

    /** What was bought last, lately, of what the customer never had bought before. */
    Dataset<Row> purchases(Dataset<Row> holdings, Dataset<Row> prices) {
        Column last = day(col(CustomerHoldings.LAST_BOUGHT_AT));
        Dataset<Row> first = holdings.where(isLate(last)
                .and(last.equalTo(day(col(CustomerHoldings.FIRST_BOUGHT_AT))))
                .and(col(CustomerHoldings.NET_QUANTITY).gt(0)));
        return named(first, prices, col(CustomerHoldings.PRODUCT_ID))
                .groupBy(CustomerHoldings.CUSTOMER_ID)
                .agg(max(struct(last.as(DAY), col(PRODUCT_NAME).as(WHAT))).as(BOUGHT));
    }

    /** The severe ticket that is open longest, and the latest low mark. */
    Dataset<Row> tickets(Facts facts) {
        FeaturesConfig features = config.features();
        UnhappyConfig unhappy = config.offers().unhappy();
        Column problem = not(coalesce(
                lower(col(Tickets.TOPIC)).isin(features.questionTopics().toArray()), lit(false)));
        Column open = col(Tickets.CLOSED_AT)
                .isNull()
                .and(coalesce(
                        lower(col(Tickets.SEVERITY)).isin(features.severe().toArray()), lit(false)));
        Column low = col(Tickets.SATISFACTION)
                .leq(unhappy.maxSatisfaction())
                .and(lookback.within(col(Tickets.CLOSED_AT), config.worklist().followUpDays()));
        return facts.of(Tickets.INPUT)
                .where(problem)
                .groupBy(Tickets.CUSTOMER_ID)
                .agg(
                        min(when(
                                        open,
                                        struct(
                                                day(col(Tickets.OPENED_AT)).as(DAY),
                                                col(Tickets.TICKET_ID).as(TICKET))))
                                .as(SEVERE),
                        max(when(
                                        low,
                                        struct(
                                                day(col(Tickets.CLOSED_AT)).as(DAY),
                                                col(Tickets.TICKET_ID).as(TICKET),
                                                col(Tickets.SATISFACTION).as(MARK))))
                                .as(LOW_MARK));
    }

    /**
     * The latest refusal, and the latest delivery that nothing followed but a look, nor a purchase of what was offered. Content is no
     * offer that waits for an answer.
     */
    Dataset<Row> offerEvents(Facts facts, Dataset<Row> holdings, Dataset<Row> prices) {
        Column day = day(greatest(col(CustomerHoldings.LAST_BOUGHT_AT), col(CustomerHoldings.CONTRACT_STARTED_AT)));
        Dataset<Row> acquired = holdings.where(isLate(day))
                .select(col(CustomerHoldings.CUSTOMER_ID), col(CustomerHoldings.PRODUCT_ID), day.as("_acquired"));
        Dataset<Row> told =
                perOffer(facts).join(acquired, new String[] {OfferEvents.CUSTOMER_ID, OfferEvents.PRODUCT_ID}, "left");
        Column silent = col("_delivered")
                .gt(coalesce(col("_answered"), lit(Integer.MIN_VALUE)))
                .and(col("_delivered").gt(coalesce(col("_acquired"), lit(Integer.MIN_VALUE))));
        return named(told, prices, col(OfferEvents.PRODUCT_ID))
                .groupBy(OfferEvents.CUSTOMER_ID)
                .agg(
                        max(when(col("_declined").isNotNull(), about(col("_declined"))))
                                .as(DECLINED),
                        max(when(silent, about(col("_delivered")))).as(AWAITING));
    }

    /** When an offer was last delivered, declined and answered. */
    private Dataset<Row> perOffer(Facts facts) {
        Column event = col(OfferEvents.EVENT);
        Column answered = event.isin(
                OfferEventType.ACCEPTED.wire(), OfferEventType.DECLINED.wire(), OfferEventType.UNSUBSCRIBED.wire());
        Column at = day(col(OfferEvents.EVENT_AT));
        return facts.of(OfferEvents.INPUT)
                .where(lookback.within(
                                col(OfferEvents.EVENT_AT), config.worklist().followUpDays())
                        .and(col(OfferEvents.OFFER_TYPE).notEqual(OfferType.NURTURE.wire())))
                .groupBy(OfferEvents.CUSTOMER_ID, OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID)
                .agg(
                        max(when(event.equalTo(OfferEventType.DELIVERED.wire()), at))
                                .as("_delivered"),
                        max(when(event.equalTo(OfferEventType.DECLINED.wire()), at))
                                .as("_declined"),
                        max(when(answered, at)).as("_answered"));
    }

    private static Column about(Column day) {
        return struct(
                day.as(DAY),
                col(OfferEvents.OFFER_TYPE).as(TYPE),
                coalesce(col(OfferEvents.PRODUCT_ID), lit("")).as(SUBJECT),
                col(PRODUCT_NAME).as(WHAT));
    }

    /** With the product's name, else its id. */
    private static Dataset<Row> named(Dataset<Row> rows, Dataset<Row> prices, Column product) {
        Dataset<Row> names = prices.select(
                col(Products.PRODUCT_ID).as("_product"), col(Products.NAME).as("_called"));
        return rows.join(names, product.equalTo(col("_product")), "left")
                .withColumn(PRODUCT_NAME, coalesce(col("_called"), product, lit("")));
    }

    /** What is older is not spoken of, nor earlier than a delivery that is. */
    private Column isLate(Column day) {
        return day.gt((int) asOf.toEpochDay() - config.worklist().followUpDays());
    }

    static Column day(Column at) {
        return unix_date(to_date(at));
    }
}
