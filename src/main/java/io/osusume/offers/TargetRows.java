package io.osusume.offers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.ExperimentConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.Interest;
import io.osusume.features.Lookback;
import io.osusume.features.ProductUse;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gathers all that is known of each target. Grain: one customer, and one account that surges.
 *
 * <p>The facts (holdings, use, interest, past offers, touches) are put one under the other and brought to their target in one
 * shuffle; a fact of somebody whose account surges goes to both.
 */
final class TargetRows {
    static final String FACTS = "facts";
    static final String KIND = "kind";
    static final String CARE = "care";
    static final String SURGE_PRODUCT = "surge_product_id";
    /** Of a fact: the person whom it is about. */
    static final String PERSON = "person";

    static final String DAY = "day";
    static final String UNITS = "units";
    static final String CONTRACT_UNITS = "contract_units";
    static final String FIRST_DAY = "first_day";
    static final String RENEWS_DAY = "renews_day";
    static final String CANCEL_DAY = "cancel_day";
    static final String STARTED_DAY = "started_day";
    static final String DAYS = "days";
    static final String EVENTS = "events";

    static final String HELD = "held";
    static final String USE = "use";
    static final String INTEREST = "interest";
    static final String PAST = "past";
    static final String TOUCH = "touch";

    private static final int TOUCH_DAYS = 365;
    /** Weaker interest than this moves nothing. */
    private static final double LEAST_INTEREST = 0.25;

    private static final String[] KEY = {Offers.TARGET_TYPE, Offers.TARGET_ID};
    private static final String[] WHO = {
        Customers.CUSTOMER_ID,
        Customers.OWNER,
        Customers.LOCALE,
        LwpSegments.SEGMENT,
        LwpSegments.PRIORITY,
        LwpSegments.LOYALTY_SCORE,
        CustomerFeatures.MAY_CONTACT
    };
    private static final String[] SURGE = {
        SURGE_PRODUCT, AccountScores.PEOPLE, AccountScores.DEPARTMENTS, AccountScores.SENIOR_PEOPLE
    };

    private final OsusumeConfig config;
    private final LocalDate asOf;

    TargetRows(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    Dataset<Row> of(Facts facts, OfferEngine.Evidence evidence) {
        Dataset<Row> people = people(evidence);
        Dataset<Row> members = people.where(col(SURGE_PRODUCT).isNotNull())
                .select(col(Customers.CUSTOMER_ID).as(PERSON), col(Customers.ACCOUNT_ID));
        Dataset<Row> told = held(evidence.holdings())
                .unionByName(use(evidence.use()), true)
                .unionByName(interest(facts), true)
                .unionByName(past(facts, evidence.earlierOffers()), true)
                .unionByName(touches(facts), true);
        Column[] all = Arrays.stream(told.columns()).map(c -> col(c)).toArray(Column[]::new);
        Column key = array_compact(array(
                struct(lit(Offers.CUSTOMER).as(Offers.TARGET_TYPE), col(PERSON).as(Offers.TARGET_ID)),
                when(
                        col(Customers.ACCOUNT_ID).isNotNull(),
                        struct(
                                lit(Offers.ACCOUNT).as(Offers.TARGET_TYPE),
                                col(Customers.ACCOUNT_ID).as(Offers.TARGET_ID)))));
        Dataset<Row> byTarget = told.join(broadcast(members), new String[] {PERSON}, "left")
                .select(explode(key).as("key"), struct(all).as("fact"))
                .groupBy(
                        col("key." + Offers.TARGET_TYPE).as(KEY[0]),
                        col("key." + Offers.TARGET_ID).as(KEY[1]))
                .agg(collect_list(col("fact")).as(FACTS));
        return customers(people).unionByName(accounts(people)).join(byTarget, KEY, "left");
    }

    /** One customer a row, with its account's surge. */
    private Dataset<Row> people(OfferEngine.Evidence evidence) {
        Dataset<Row> surging = evidence.accounts()
                .where(col(AccountScores.IS_SURGING)
                        .and(col(AccountScores.TOP_INTEREST_PRODUCT_ID).isNotNull()))
                .select(
                        col(AccountScores.ACCOUNT_ID),
                        col(AccountScores.TOP_INTEREST_PRODUCT_ID).as(SURGE_PRODUCT),
                        col(AccountScores.PEOPLE),
                        col(AccountScores.DEPARTMENTS),
                        col(AccountScores.SENIOR_PEOPLE));
        Dataset<Row> segments = evidence.segments()
                .select(LwpSegments.CUSTOMER_ID, LwpSegments.SEGMENT, LwpSegments.PRIORITY, LwpSegments.LOYALTY_SCORE);
        return evidence.customers()
                .select(
                        col(Customers.CUSTOMER_ID),
                        col(Customers.ACCOUNT_ID),
                        col(Customers.OWNER),
                        col(Customers.LOCALE),
                        arm(config.experiment()).as(Customers.ARM),
                        col(CustomerFeatures.MAY_CONTACT),
                        col(CustomerFeatures.INTEREST))
                .join(segments, LwpSegments.CUSTOMER_ID)
                .join(broadcast(surging), new String[] {Customers.ACCOUNT_ID}, "left");
    }

    private static Dataset<Row> customers(Dataset<Row> people) {
        Column[] columns = Stream.concat(
                        Stream.of(
                                lit(Offers.CUSTOMER).as(KEY[0]),
                                col(Customers.CUSTOMER_ID).as(KEY[1]),
                                col(Customers.ACCOUNT_ID),
                                col(Customers.ARM),
                                col(LwpSegments.SEGMENT)
                                        .equalTo(LwpSegments.CARE)
                                        .as(CARE)),
                        Stream.concat(Arrays.stream(WHO), Arrays.stream(SURGE)).map(c -> col(c)))
                .toArray(Column[]::new);
        return people.select(columns);
    }

    /** An account's offer goes to the most interested of those who may be contacted; one in the control arm keeps all back. */
    private static Dataset<Row> accounts(Dataset<Row> people) {
        Column first = struct(
                col(CustomerFeatures.MAY_CONTACT),
                coalesce(col(CustomerFeatures.INTEREST), lit(0.0)),
                col(Customers.CUSTOMER_ID));
        Column who = struct(Arrays.stream(WHO).map(c -> col(c)).toArray(Column[]::new));
        Dataset<Row> grouped = people.where(col(SURGE_PRODUCT).isNotNull())
                .groupBy(
                        Customers.ACCOUNT_ID,
                        SURGE_PRODUCT,
                        AccountScores.PEOPLE,
                        AccountScores.DEPARTMENTS,
                        AccountScores.SENIOR_PEOPLE)
                .agg(
                        max_by(who, first).as("who"),
                        max(when(col(Customers.ARM).equalTo(Customers.CONTROL), Customers.CONTROL))
                                .as("control"),
                        max(col(LwpSegments.SEGMENT).equalTo(LwpSegments.CARE)).as(CARE));
        Column[] columns = Stream.concat(
                        Stream.of(
                                lit(Offers.ACCOUNT).as(KEY[0]),
                                col(Customers.ACCOUNT_ID).as(KEY[1]),
                                col(Customers.ACCOUNT_ID),
                                coalesce(col("control"), lit(Customers.TREATED)).as(Customers.ARM),
                                col(CARE)),
                        Stream.concat(
                                Arrays.stream(WHO).map(c -> col("who." + c)),
                                Arrays.stream(SURGE).map(c -> col(c))))
                .toArray(Column[]::new);
        return grouped.select(columns);
    }

    private Dataset<Row> held(Dataset<Row> holdings) {
        return holdings.select(
                lit(HELD).as(KIND),
                col(Holdings.CUSTOMER_ID).as(PERSON),
                col(Holdings.PRODUCT_ID),
                day(Holdings.LAST_BOUGHT_AT).as(DAY),
                col(Holdings.OWNED),
                col(Holdings.NET_QUANTITY).cast("double").as(UNITS),
                col(Holdings.CONTRACT_QUANTITY).cast("double").as(CONTRACT_UNITS),
                day(Holdings.FIRST_BOUGHT_AT).as(FIRST_DAY),
                day(Holdings.RENEWS_AT).as(RENEWS_DAY),
                day(Holdings.CANCEL_REQUESTED_AT).as(CANCEL_DAY),
                day(Holdings.CONTRACT_STARTED_AT).as(STARTED_DAY),
                transform(col(Holdings.BOUGHT_DAYS), d -> unix_date(d)).as(DAYS));
    }

    private static Dataset<Row> use(Dataset<Row> use) {
        return use.select(
                lit(USE).as(KIND),
                col(ProductUse.CUSTOMER_ID).as(PERSON),
                col(ProductUse.PRODUCT_ID),
                col(ProductUse.METRIC),
                col(ProductUse.UTILISATION),
                col(ProductUse.UTILISATION_28D),
                col(ProductUse.USE_28D).cast("double").as(ProductUse.USE_28D),
                col(ProductUse.TREND),
                bit_count(col(ProductUse.ACTIVE_PERIODS)).as(ProductUse.ACTIVE_PERIODS));
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

    /** Events that name an offer row only are about the offer of that id in the newest earlier run. */
    private Dataset<Row> past(Facts facts, Dataset<Row> earlier) {
        Dataset<Row> known = earlier.select(
                col(Offers.OFFER_ROW_ID),
                col(Offers.CUSTOMER_ID).as("_customer"),
                col(Offers.OFFER_TYPE).as("_type"),
                coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)).as("_subject"),
                col(Offers.TRIGGER).as("_trigger"),
                col(Offers.LWP_SEGMENT).as("_segment"));
        int days = config.offers().acceptance().learnDays();
        return facts.offerEvents()
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
                        coalesce(col(OfferEvents.SEGMENT), col("_segment")).as(OfferEvents.SEGMENT))
                .where(col(PERSON).isNotNull());
    }

    private Dataset<Row> touches(Facts facts) {
        return facts.contacts()
                .where(new Lookback(asOf).within(col(Contacts.CONTACTED_AT), TOUCH_DAYS))
                .select(
                        lit(TOUCH).as(KIND),
                        col(Contacts.CUSTOMER_ID).as(PERSON),
                        day(Contacts.CONTACTED_AT).as(DAY),
                        col(Contacts.CHANNEL),
                        col(Contacts.RESPONSE));
    }

    private static Column day(String column) {
        return unix_date(to_date(col(column)));
    }

    private static Column arm(ExperimentConfig experiment) {
        Column unit = coalesce(col(Customers.ACCOUNT_ID), col(Customers.CUSTOMER_ID));
        Column draw = pmod(xxhash64(lit(experiment.seed()), lit(experiment.id()), unit), lit(1_000_000L));
        return coalesce(
                col(Customers.ARM),
                when(draw.lt((long) (experiment.controlShare() * 1_000_000)), lit(Customers.CONTROL))
                        .otherwise(lit(Customers.TREATED)));
    }
}
