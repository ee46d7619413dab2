package io.osusume.offers;

import io.osusume.tables.AccountScores;
import io.osusume.tables.Contacts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as {@link TargetRows} makes them, in memory: values by column, all others null. */
final class FactRows {
    private static final StructType RANKED = StructType.fromDDL(
            "product_id STRING, place INT, p_buy DOUBLE, nearest_product_id STRING, nearest DOUBLE, new_buyers_28d BIGINT");
    private static final StructType FACT = StructType.fromDDL("kind STRING, person STRING, product_id STRING, day INT,"
                    + " owned BOOLEAN, units DOUBLE, contract_units DOUBLE, per_year DOUBLE, contract_period STRING, first_day INT, renews_day INT, cancel_day INT, cancel_units DOUBLE, ends_day INT,"
                    + " started_day INT, former_day INT, days ARRAY<INT>, metric STRING, utilisation DOUBLE, utilisation_28d DOUBLE,"
                    + " use_28d DOUBLE, trend DOUBLE, active_periods INT, interest DOUBLE, events BIGINT, offer_type STRING,"
                    + " event STRING, trigger STRING, segment STRING, channel STRING, campaign STRING, response STRING")
            .add(TargetFacts.RANKED, "array<struct<product_id:string>>")
            .add(Sent.COLUMN, "struct<night:int>");
    private static final StructType TARGET = StructType.fromDDL(
                    "target_type STRING, target_id STRING, customer_id STRING,"
                            + " account_id STRING, owner STRING, locale STRING, arm STRING, segment STRING, priority STRING,"
                            + " loyalty_score DOUBLE, ltv DOUBLE, may_contact BOOLEAN, consent_known BOOLEAN, care BOOLEAN, people BIGINT,"
                            + " departments BIGINT, senior_people BIGINT")
            .add(
                    AccountScores.INTERESTS,
                    "array<struct<product_id:string,interest:double,people:bigint,senior_people:bigint,departments:array<string>>>")
            .add(TargetRows.FACTS, "array<struct<kind:string>>")
            .add(Standing.COLUMN, "array<struct<offer_type:string,product_id:string,bundle_id:string>>")
            .add(Sign.COLUMN, "array<struct<kind:string,subject:string,type:string,day:int,note:string>>");

    private FactRows() {}

    static Row customer(List<Row> facts) {
        return target(Offers.CUSTOMER, Map.of(Offers.TARGET_ID, "c1"), facts);
    }

    /** An account whose people are interested most in a product; its recipient is {@code c1}. */
    static Row account(String product, List<Row> facts) {
        return target(
                Offers.ACCOUNT,
                Map.of(
                        Offers.TARGET_ID, "a1",
                        AccountScores.INTERESTS, CollectionConverters.asScala(List.of(interest(product))),
                        AccountScores.PEOPLE, 4L,
                        AccountScores.DEPARTMENTS, 2L,
                        AccountScores.SENIOR_PEOPLE, 1L),
                facts);
    }

    /** Three of its people, one of them in charge, look into a product. */
    private static Row interest(String product) {
        StructType type = StructType.fromDDL(
                "product_id STRING, interest DOUBLE, people BIGINT, senior_people BIGINT, departments ARRAY<STRING>");
        return row(
                type,
                Map.of(
                        "product_id",
                        product,
                        "interest",
                        2.0,
                        "people",
                        3L,
                        "senior_people",
                        1L,
                        "departments",
                        CollectionConverters.asScala(List.of("hr"))));
    }

    private static Row target(String type, Map<String, Object> more, List<Row> facts) {
        Map<String, Object> values = new HashMap<>(more);
        values.put(Offers.TARGET_TYPE, type);
        values.put(Customers.CUSTOMER_ID, "c1");
        values.put(Customers.ACCOUNT_ID, "a1");
        values.put(Customers.LOCALE, "ja");
        values.put(Customers.ARM, "control");
        values.put(LwpSegments.SEGMENT, "ready");
        values.put(LwpSegments.PRIORITY, "A");
        values.put(LwpSegments.LOYALTY_SCORE, 0.6);
        values.put(Ltv.LTV, 250.0);
        values.put(Features.MAY_CONTACT, true);
        values.put(Features.CONSENT_KNOWN, true);
        values.put(TargetRows.CARE, false);
        values.put(TargetRows.FACTS, facts == null ? null : CollectionConverters.asScala(facts));
        return row(TARGET, values);
    }

    static Row held(String person, Holding held) {
        Map<String, Object> values = new HashMap<>();
        values.put(CustomerHoldings.PRODUCT_ID, held.productId());
        values.put(CustomerHoldings.OWNED, held.owned());
        values.put(TargetFacts.UNITS, held.units());
        values.put(TargetFacts.CONTRACT_UNITS, held.contractUnits());
        values.put(TargetFacts.PER_YEAR, held.pay().perYear());
        values.put(CustomerHoldings.CONTRACT_PERIOD, held.pay().period());
        values.put(TargetFacts.FIRST_DAY, held.firstDay());
        values.put(TargetFacts.DAY, held.lastDay());
        values.put(TargetFacts.RENEWS_DAY, held.renewsDay());
        values.put(TargetFacts.CANCEL_DAY, held.cancelDay());
        values.put(TargetFacts.ENDS_DAY, held.ending().endsDay());
        values.put(TargetFacts.STARTED_DAY, held.startedDay());
        values.put(TargetFacts.DAYS, CollectionConverters.asScala(held.days()));
        return fact(TargetFacts.HELD, person, values);
    }

    static Row use(String person, String product, String metric) {
        return fact(
                TargetFacts.USE,
                person,
                Map.of(
                        MeasuredUse.PRODUCT_ID,
                        product,
                        MeasuredUse.METRIC,
                        metric,
                        MeasuredUse.USE_28D,
                        5.0,
                        MeasuredUse.ACTIVE_PERIODS,
                        3));
    }

    static Row interest(String person, String product, double interest) {
        return fact(
                TargetFacts.INTEREST,
                person,
                Map.of(
                        CustomerHoldings.PRODUCT_ID,
                        product,
                        TargetFacts.INTEREST,
                        interest,
                        TargetFacts.DAY,
                        Shelf.TODAY,
                        TargetFacts.EVENTS,
                        3L));
    }

    /** Products with their places. */
    static Row likely(String person, Map<String, Integer> places) {
        List<Row> ranked = places.entrySet().stream()
                .map(e -> row(
                        RANKED,
                        Map.of(
                                RankedProducts.PRODUCT_ID,
                                e.getKey(),
                                RankedProducts.PLACE,
                                e.getValue(),
                                RankedProducts.P_BUY,
                                0.1 / e.getValue(),
                                RankedProducts.NEAREST,
                                0.0,
                                RankedProducts.NEW_BUYERS_28D,
                                7L)))
                .toList();
        return fact(TargetFacts.LIKELY, person, Map.of(TargetFacts.RANKED, CollectionConverters.asScala(ranked)));
    }

    static Row past(String person, String event, int day) {
        return fact(
                TargetFacts.PAST,
                person,
                Map.of(
                        OfferEvents.OFFER_TYPE, "upsell",
                        OfferEvents.PRODUCT_ID, "p",
                        OfferEvents.EVENT, event,
                        OfferEvents.SEGMENT, "none of ours",
                        TargetFacts.DAY, day));
    }

    static Row touch(String person, String channel, int day) {
        return fact(TargetFacts.TOUCH, person, Map.of(Contacts.CHANNEL, channel, TargetFacts.DAY, day));
    }

    private static Row fact(String kind, String person, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(TargetFacts.KIND, kind);
        all.put(TargetFacts.PERSON, person);
        return row(FACT, all);
    }

    private static Row row(StructType schema, Map<String, Object> values) {
        for (String column : values.keySet()) {
            schema.fieldIndex(column); // fails where it is misspelt
        }
        Object[] cells = new Object[schema.length()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = values.get(schema.fields()[i].name());
        }
        return new GenericRowWithSchema(cells, schema);
    }
}
