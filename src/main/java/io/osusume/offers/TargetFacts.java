package io.osusume.offers;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.Interest;
import io.osusume.features.Lookback;
import io.osusume.tables.Contacts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Replenishment;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The facts about people, of every kind, one under the other: what a kind does not have is null. Grain: one fact of one person.
 */
final class TargetFacts {
    static final String KIND = "kind";
    /** The person whom it is about. */
    static final String PERSON = "person";

    static final String DAY = "day";
    static final String UNITS = "units";
    static final String CONTRACT_UNITS = "contract_units";
    static final String PER_YEAR = "per_year";
    static final String FIRST_DAY = "first_day";
    static final String RENEWS_DAY = "renews_day";
    static final String CANCEL_DAY = "cancel_day";
    static final String ENDS_DAY = "ends_day";
    static final String CANCEL_UNITS = "cancel_units";
    static final String STARTED_DAY = "started_day";
    static final String FORMER_DAY = "former_day";
    static final String DAYS = "days";
    static final String EVENTS = "events";
    static final String RANKED = "ranked";

    /** Values of {@link #KIND}. */
    static final String HELD = "held";

    static final String NEED = "need";
    static final String USE = "use";
    static final String INTEREST = "interest";
    static final String LIKELY = "likely";
    static final String PAST = "past";
    static final String TOUCH = "touch";

    private static final int TOUCH_DAYS = 365;
    /** Weaker interest than this moves nothing. */
    private static final double LEAST_INTEREST = 0.25;

    private final OsusumeConfig config;
    private final LocalDate asOf;

    TargetFacts(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    Dataset<Row> of(Facts facts, Datasets evidence) {
        Dataset<Row> needs = evidence.of(Replenishment.TABLE);
        return held(evidence.of(CustomerHoldings.TABLE))
                .unionByName(Rhythms.facts(needs, config.offers().subscribe()), true)
                .unionByName(use(evidence.of(MeasuredUse.TABLE)), true)
                .unionByName(interest(facts), true)
                .unionByName(likely(evidence.of(RankedProducts.TABLE)), true)
                .unionByName(past(facts, evidence), true)
                .unionByName(touches(facts), true);
    }

    private Dataset<Row> held(Dataset<Row> holdings) {
        return holdings.select(
                lit(HELD).as(KIND),
                col(CustomerHoldings.CUSTOMER_ID).as(PERSON),
                col(CustomerHoldings.PRODUCT_ID),
                day(CustomerHoldings.LAST_BOUGHT_AT).as(DAY),
                col(CustomerHoldings.OWNED),
                col(CustomerHoldings.NET_QUANTITY).cast("double").as(UNITS),
                col(CustomerHoldings.CONTRACT_QUANTITY).cast("double").as(CONTRACT_UNITS),
                col(CustomerHoldings.CONTRACT_PER_YEAR).cast("double").as(PER_YEAR),
                col(CustomerHoldings.CONTRACT_PERIOD),
                day(CustomerHoldings.FIRST_BOUGHT_AT).as(FIRST_DAY),
                day(CustomerHoldings.RENEWS_AT).as(RENEWS_DAY),
                day(CustomerHoldings.CANCEL_REQUESTED_AT).as(CANCEL_DAY),
                col(CustomerHoldings.CANCEL_QUANTITY).cast("double").as(CANCEL_UNITS),
                unix_date(col(CustomerHoldings.CONTRACT_ENDS_ON)).as(ENDS_DAY),
                day(CustomerHoldings.CONTRACT_STARTED_AT).as(STARTED_DAY),
                unix_date(col(CustomerHoldings.FORMER_SINCE)).as(FORMER_DAY),
                transform(col(CustomerHoldings.BOUGHT_DAYS), d -> unix_date(d)).as(DAYS));
    }

    private static Dataset<Row> use(Dataset<Row> use) {
        return use.select(
                lit(USE).as(KIND),
                col(MeasuredUse.CUSTOMER_ID).as(PERSON),
                col(MeasuredUse.PRODUCT_ID),
                col(MeasuredUse.METRIC),
                col(MeasuredUse.UTILISATION),
                col(MeasuredUse.UTILISATION_28D),
                coalesce(col(MeasuredUse.USE_28D), lit(0.0)).as(MeasuredUse.USE_28D),
                col(MeasuredUse.TREND),
                bit_count(col(MeasuredUse.ACTIVE_PERIODS)).as(MeasuredUse.ACTIVE_PERIODS));
    }

    private Dataset<Row> interest(Facts facts) {
        return new Interest(config.features())
                .of(facts, asOf)
                .where(col(Interest.INTEREST).geq(LEAST_INTEREST))
                .select(
                        lit(INTEREST).as(KIND),
                        col(Interest.CUSTOMER_ID).as(PERSON),
                        col(Interest.PRODUCT_ID),
                        day(Interest.LAST_EVENT_AT).as(DAY),
                        col(Interest.INTEREST),
                        expr("aggregate(map_values(" + Interest.EVENTS_28D + "), 0L, (a, b) -> a + b)")
                                .as(EVENTS));
    }

    /** All that is ranked for a person is one fact: there is much of it, and facts are wide. */
    private static Dataset<Row> likely(Dataset<Row> ranked) {
        return ranked.groupBy(RankedProducts.CUSTOMER_ID)
                .agg(collect_list(struct(
                                col(RankedProducts.PRODUCT_ID),
                                col(RankedProducts.PLACE),
                                col(RankedProducts.P_BUY),
                                col(RankedProducts.NEAREST_PRODUCT_ID),
                                col(RankedProducts.NEAREST),
                                col(RankedProducts.NEW_BUYERS_28D)))
                        .as(RANKED))
                .select(lit(LIKELY).as(KIND), col(RankedProducts.CUSTOMER_ID).as(PERSON), col(RANKED));
    }

    /** Events that name an offer row only are about the offer of that id in the newest earlier run. */
    private Dataset<Row> past(Facts facts, Datasets evidence) {
        Dataset<Row> known = evidence.of(Offers.TABLE)
                .select(
                        col(Offers.OFFER_ROW_ID),
                        col(Offers.CUSTOMER_ID).as("_customer"),
                        col(Offers.OFFER_TYPE).as("_type"),
                        coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)).as("_subject"),
                        col(Offers.TRIGGER).as("_trigger"),
                        col(Offers.LWP_SEGMENT).as("_segment"));
        int days = config.offers().acceptance().learnDays();
        return facts.of(OfferEvents.INPUT)
                .where(new Lookback(asOf).within(col(OfferEvents.EVENT_AT), days))
                .join(known, new String[] {OfferEvents.OFFER_ROW_ID}, "left")
                .select(
                        lit(PAST).as(KIND),
                        coalesce(col(OfferEvents.CUSTOMER_ID), col("_customer")).as(PERSON),
                        coalesce(col(OfferEvents.PRODUCT_ID), col("_subject")).as(OfferEvents.PRODUCT_ID),
                        day(OfferEvents.EVENT_AT).as(DAY),
                        coalesce(col(OfferEvents.OFFER_TYPE), col("_type")).as(OfferEvents.OFFER_TYPE),
                        lower(col(OfferEvents.EVENT)).as(OfferEvents.EVENT),
                        coalesce(col(OfferEvents.TRIGGER), col("_trigger")).as(OfferEvents.TRIGGER),
                        coalesce(col(OfferEvents.SEGMENT), col("_segment")).as(OfferEvents.SEGMENT),
                        col(OfferEvents.CHANNEL),
                        col(OfferEvents.CAMPAIGN))
                .where(col(PERSON).isNotNull())
                .join(Sent.of(evidence.of(Episodes.TABLE)), Sent.KEY, "left");
    }

    private Dataset<Row> touches(Facts facts) {
        return facts.of(Contacts.INPUT)
                .where(new Lookback(asOf).within(col(Contacts.CONTACTED_AT), TOUCH_DAYS))
                .select(
                        lit(TOUCH).as(KIND),
                        col(Contacts.CUSTOMER_ID).as(PERSON),
                        day(Contacts.CONTACTED_AT).as(DAY),
                        col(Contacts.CHANNEL),
                        col(Contacts.CAMPAIGN),
                        col(Contacts.RESPONSE));
    }

    /** By which way a fact of {@link #PAST} or {@link #TOUCH} went out. */
    static Target.Way way(Row fact) {
        return new Target.Way(fact.getAs(Contacts.CHANNEL), fact.getAs(Contacts.CAMPAIGN));
    }

    private static Column day(String column) {
        return unix_date(to_date(col(column)));
    }
}
