package io.osusume.successes;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.features.Facts;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Customers;
import io.osusume.tables.OfferTrials;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import io.osusume.tables.Usage;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** All that is needed of each customer to whom something was offered, in one row: one shuffle, and nothing joined with itself. */
final class PastFacts {
    static final String CUSTOMER_ID = OfferTrials.CUSTOMER_ID;
    static final String ALL = "all";

    static final String KIND = "kind";
    static final String DAY = "day";
    static final String UNTIL = "until";
    static final String PRODUCT = "product";
    static final String FAMILY = "family";
    static final String TYPE = "type";
    static final String TRIGGER = "trigger";
    static final String SEGMENT = "segment";
    static final String AMOUNT = "amount";
    static final String UNITS = "units";
    static final String FLAG = "flag";

    /** Values of {@link #KIND}. */
    static final String TRIAL = "trial";

    static final String LINE = "line";
    static final String CONTRACT = "contract";
    static final String USE = "use";
    static final String JOINED = "joined";

    /** What a fact holds, in this order; what a kind has not is null. */
    private static final StructType FACT = new StructType(new StructField[] {
        field(KIND, Types.TEXT),
        field(DAY, Types.WHOLE),
        field(UNTIL, Types.WHOLE),
        field(PRODUCT, Types.TEXT),
        field(FAMILY, Types.TEXT),
        field(TYPE, Types.TEXT),
        field(TRIGGER, Types.TEXT),
        field(SEGMENT, Types.TEXT),
        field(AMOUNT, Types.ESTIMATE),
        field(UNITS, Types.ESTIMATE),
        field(FLAG, Types.FLAG)
    });

    private final Facts facts;
    private final List<String> summedMetrics;

    /** @param summedMetrics metrics that add up; others are levels */
    PastFacts(Facts facts, List<String> summedMetrics) {
        this.facts = facts;
        this.summedMetrics = List.copyOf(summedMetrics);
    }

    /**
     * One row a customer: {@link #CUSTOMER_ID} and {@link #ALL}, its facts in an order of their own.
     *
     * @param trials {@link OfferTrials}
     * @param contracts {@link CustomerContracts}
     */
    Dataset<Row> of(Dataset<Row> trials, Dataset<Row> contracts) {
        Dataset<Row> families = broadcast(facts.of(Products.INPUT)
                .select(col(Products.PRODUCT_ID), col(Products.FAMILY).as("_family")));
        Dataset<Row> others = lines().unionByName(contracts(contracts), true)
                .unionByName(use(), true)
                .unionByName(joined(), true)
                .join(trials.select(CUSTOMER_ID).distinct(), new String[] {CUSTOMER_ID}, "left_semi");
        Dataset<Row> all = trials(trials.join(families, new String[] {OfferTrials.PRODUCT_ID}, "left"))
                .unionByName(others, true);
        Column fact = struct(java.util.Arrays.stream(FACT.fieldNames())
                .map(name -> col(name).cast(FACT.apply(name).dataType()).as(name))
                .toArray(Column[]::new));
        return all.groupBy(CUSTOMER_ID).agg(array_sort(collect_list(fact)).as(ALL));
    }

    private static StructField field(String name, DataType type) {
        return new StructField(name, type, true, org.apache.spark.sql.types.Metadata.empty());
    }

    private static Dataset<Row> trials(Dataset<Row> trials) {
        return trials.select(
                col(CUSTOMER_ID),
                lit(TRIAL).as(KIND),
                unix_date(col(OfferTrials.DAY)).as(DAY),
                lit(null).cast(Types.WHOLE).as(UNTIL),
                col(OfferTrials.PRODUCT_ID).as(PRODUCT),
                col("_family").as(FAMILY),
                col(OfferTrials.OFFER_TYPE).as(TYPE),
                col(OfferTrials.TRIGGER).as(TRIGGER),
                col(OfferTrials.SEGMENT).as(SEGMENT),
                lit(null).cast(Types.ESTIMATE).as(AMOUNT),
                lit(null).cast(Types.ESTIMATE).as(UNITS),
                col(OfferTrials.IS_TAKEN).as(FLAG));
    }

    private Dataset<Row> lines() {
        return facts.lines()
                .where(col(Orders.CUSTOMER_ID).isNotNull())
                .select(
                        col(Orders.CUSTOMER_ID),
                        lit(LINE).as(KIND),
                        unix_date(to_date(col(Orders.ORDERED_AT))).as(DAY),
                        col(Orders.PRODUCT_ID).as(PRODUCT),
                        col(Orders.NET_QUANTITY)
                                .multiply(col(Orders.NET_PRICE))
                                .cast(Types.MONEY)
                                .as(AMOUNT));
    }

    /** The price is that of one payment; the period of payments stands where the type of a trial does. */
    private static Dataset<Row> contracts(Dataset<Row> contracts) {
        return contracts.select(
                col(CustomerContracts.CUSTOMER_ID),
                lit(CONTRACT).as(KIND),
                unix_date(col(CustomerContracts.STARTED)).as(DAY),
                unix_date(col(CustomerContracts.ENDED)).as(UNTIL),
                col(CustomerContracts.PRODUCT_ID).as(PRODUCT),
                col(CustomerContracts.FAMILY).as(FAMILY),
                col(CustomerContracts.PAYMENT_PERIOD).as(TYPE),
                col(CustomerContracts.PRICE).as(AMOUNT),
                col(CustomerContracts.UNITS).as(UNITS));
    }

    /** The amount is a share of one unit's limit where the metric has one; else null, and only that it was used is known. */
    private Dataset<Row> use() {
        Dataset<Row> limits = broadcast(
                facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.USAGE_METRIC, Products.INCLUDED_UNITS));
        Column limited = col(Usage.METRIC)
                .equalTo(col(Products.USAGE_METRIC))
                .and(col(Products.INCLUDED_UNITS).gt(0));
        return facts.of(Usage.INPUT)
                .where(col(Usage.AMOUNT).gt(0))
                .join(limits, new String[] {Usage.PRODUCT_ID}, "left")
                .select(
                        col(Usage.CUSTOMER_ID),
                        lit(USE).as(KIND),
                        unix_date(to_date(col(Usage.USED_AT))).as(DAY),
                        col(Usage.PRODUCT_ID).as(PRODUCT),
                        when(
                                        limited,
                                        col(Usage.AMOUNT)
                                                .cast(Types.ESTIMATE)
                                                .divide(col(Products.INCLUDED_UNITS)
                                                        .cast(Types.ESTIMATE)))
                                .as(AMOUNT),
                        coalesce(col(Usage.METRIC).isin(summedMetrics.toArray()), lit(false))
                                .as(FLAG));
    }

    private Dataset<Row> joined() {
        return facts.of(Customers.INPUT)
                .where(col(Customers.JOINED_AT).isNotNull())
                .select(
                        col(Customers.CUSTOMER_ID),
                        lit(JOINED).as(KIND),
                        unix_date(to_date(col(Customers.JOINED_AT))).as(DAY));
    }
}
