package io.osusume.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.reverse;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each customer has. Grain: one customer and product that was ever bought, or is under contract.
 *
 * <p>Owned = an active contract, or a net quantity above 0 of something not consumable; unknown is not consumable. Of
 * several active contracts for one product the quantities add up (no quantity counts as 1), the price is the latest
 * started one's, the renewal the next one's, and one request to cancel is enough.
 */
public final class Holdings {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    /** Units bought and not returned; 0 where there is only a contract. */
    public static final String NET_QUANTITY = "net_quantity";
    /** Null where there is only a contract. */
    public static final String FIRST_BOUGHT_AT = "first_bought_at";

    public static final String LAST_BOUGHT_AT = "last_bought_at";
    /** Price of the latest purchase; the highest where there are several at the same time. */
    public static final String LAST_UNIT_PRICE = "last_unit_price";
    /** How many of the product the active contracts are for; null without one. */
    public static final String CONTRACT_QUANTITY = "contract_quantity";

    public static final String CONTRACT_PRICE = "contract_price";
    /** The next renewal on or after the as-of day; null when unknown. */
    public static final String RENEWS_AT = "renews_at";

    public static final String CANCEL_REQUESTED_AT = "cancel_requested_at";
    /** When the first of the active contracts began; null without one. */
    public static final String CONTRACT_STARTED_AT = "contract_started_at";
    /** The latest days of purchase, at most eight, the first one first; null where there is only a contract. */
    public static final String BOUGHT_DAYS = "bought_days";

    public static final String OWNED = "owned";

    private static final int LATEST_DAYS = 8;

    /** Works out the holdings from lines, contracts and products; each is scanned once. */
    public Dataset<Row> of(Facts facts, LocalDate asOf) {
        String[] key = {CUSTOMER_ID, PRODUCT_ID};
        Dataset<Row> consumable = facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.IS_CONSUMABLE);
        return bought(facts.lines())
                .join(contracts(facts.of(Subscriptions.INPUT), new Lookback(asOf)), key, "full_outer")
                .join(broadcast(consumable), new String[] {PRODUCT_ID}, "left")
                .withColumn(NET_QUANTITY, coalesce(col(NET_QUANTITY), lit(0)).cast(Types.QUANTITY))
                .select(
                        col(CUSTOMER_ID),
                        col(PRODUCT_ID),
                        col(NET_QUANTITY),
                        col(FIRST_BOUGHT_AT),
                        col(LAST_BOUGHT_AT),
                        col(LAST_UNIT_PRICE),
                        col(CONTRACT_QUANTITY),
                        col(CONTRACT_PRICE),
                        col(RENEWS_AT),
                        col(CANCEL_REQUESTED_AT),
                        col(CONTRACT_STARTED_AT),
                        col(BOUGHT_DAYS),
                        owned().as(OWNED));
    }

    private static Column owned() {
        Column durable = coalesce(col(Products.IS_CONSUMABLE), lit(false)).equalTo(false);
        return col(CONTRACT_QUANTITY).isNotNull().or(col(NET_QUANTITY).gt(0).and(durable));
    }

    private static Dataset<Row> bought(Dataset<Row> lines) {
        Column latest = struct(col(Orders.ORDERED_AT), col(Orders.UNIT_PRICE));
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .groupBy(CUSTOMER_ID, PRODUCT_ID)
                .agg(
                        sum(Orders.NET_QUANTITY).cast(Types.QUANTITY).as(NET_QUANTITY),
                        min(Orders.ORDERED_AT).as(FIRST_BOUGHT_AT),
                        max(Orders.ORDERED_AT).as(LAST_BOUGHT_AT),
                        max(latest).getField(Orders.UNIT_PRICE).as(LAST_UNIT_PRICE),
                        reverse(slice(sort_array(collect_set(to_date(col(Orders.ORDERED_AT))), false), 1, LATEST_DAYS))
                                .as(BOUGHT_DAYS));
    }

    private static Dataset<Row> contracts(Dataset<Row> subscriptions, Lookback lookback) {
        Column latestStarted =
                struct(col(Subscriptions.STARTED_AT), col(Subscriptions.PRICE), col(Subscriptions.SUBSCRIPTION_ID));
        return subscriptions
                .where(isActive(lookback))
                .groupBy(CUSTOMER_ID, PRODUCT_ID)
                .agg(
                        sum(coalesce(col(Subscriptions.QUANTITY), lit(1)))
                                .cast(Types.QUANTITY)
                                .as(CONTRACT_QUANTITY),
                        max_by(col(Subscriptions.PRICE), latestStarted).as(CONTRACT_PRICE),
                        min(when(lookback.age(col(Subscriptions.RENEWS_AT)).leq(0), col(Subscriptions.RENEWS_AT)))
                                .as(RENEWS_AT),
                        max(Subscriptions.CANCEL_REQUESTED_AT).as(CANCEL_REQUESTED_AT),
                        min(Subscriptions.STARTED_AT).as(CONTRACT_STARTED_AT));
    }

    /** Started, and not ended. A contract that ended before it started has ended. */
    static Column isActive(Lookback lookback) {
        Column ended = coalesce(lookback.known(col(Subscriptions.ENDED_AT)), lit(false));
        return lookback.known(col(Subscriptions.STARTED_AT)).and(ended.equalTo(false));
    }
}
