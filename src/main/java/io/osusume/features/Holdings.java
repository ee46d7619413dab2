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

import io.osusume.tables.CustomerHoldings;
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
    private static final int LATEST_DAYS = 8;

    /** Works out the holdings from lines, contracts and products; each is scanned once. */
    public Dataset<Row> of(Facts facts, LocalDate asOf) {
        String[] key = {CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID};
        Dataset<Row> consumable = facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.IS_CONSUMABLE);
        return bought(facts.lines())
                .join(contracts(facts.of(Subscriptions.INPUT), new Lookback(asOf)), key, "full_outer")
                .join(broadcast(consumable), new String[] {CustomerHoldings.PRODUCT_ID}, "left")
                .withColumn(
                        CustomerHoldings.NET_QUANTITY,
                        coalesce(col(CustomerHoldings.NET_QUANTITY), lit(0)).cast(Types.QUANTITY))
                .select(
                        col(CustomerHoldings.CUSTOMER_ID),
                        col(CustomerHoldings.PRODUCT_ID),
                        col(CustomerHoldings.NET_QUANTITY),
                        col(CustomerHoldings.FIRST_BOUGHT_AT),
                        col(CustomerHoldings.LAST_BOUGHT_AT),
                        col(CustomerHoldings.LAST_UNIT_PRICE),
                        col(CustomerHoldings.CONTRACT_QUANTITY),
                        col(CustomerHoldings.CONTRACT_PRICE),
                        col(CustomerHoldings.RENEWS_AT),
                        col(CustomerHoldings.CANCEL_REQUESTED_AT),
                        col(CustomerHoldings.CONTRACT_STARTED_AT),
                        col(CustomerHoldings.BOUGHT_DAYS),
                        owned().as(CustomerHoldings.OWNED));
    }

    private static Column owned() {
        Column durable = coalesce(col(Products.IS_CONSUMABLE), lit(false)).equalTo(false);
        return col(CustomerHoldings.CONTRACT_QUANTITY)
                .isNotNull()
                .or(col(CustomerHoldings.NET_QUANTITY).gt(0).and(durable));
    }

    private static Dataset<Row> bought(Dataset<Row> lines) {
        Column latest = struct(col(Orders.ORDERED_AT), col(Orders.UNIT_PRICE));
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .groupBy(CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID)
                .agg(
                        sum(Orders.NET_QUANTITY).cast(Types.QUANTITY).as(CustomerHoldings.NET_QUANTITY),
                        min(Orders.ORDERED_AT).as(CustomerHoldings.FIRST_BOUGHT_AT),
                        max(Orders.ORDERED_AT).as(CustomerHoldings.LAST_BOUGHT_AT),
                        max(latest).getField(Orders.UNIT_PRICE).as(CustomerHoldings.LAST_UNIT_PRICE),
                        reverse(slice(sort_array(collect_set(to_date(col(Orders.ORDERED_AT))), false), 1, LATEST_DAYS))
                                .as(CustomerHoldings.BOUGHT_DAYS));
    }

    private static Dataset<Row> contracts(Dataset<Row> subscriptions, Lookback lookback) {
        Column latestStarted =
                struct(col(Subscriptions.STARTED_AT), col(Subscriptions.PRICE), col(Subscriptions.SUBSCRIPTION_ID));
        return subscriptions
                .where(isActive(lookback))
                .groupBy(CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID)
                .agg(
                        sum(coalesce(col(Subscriptions.QUANTITY), lit(1)))
                                .cast(Types.QUANTITY)
                                .as(CustomerHoldings.CONTRACT_QUANTITY),
                        max_by(col(Subscriptions.PRICE), latestStarted).as(CustomerHoldings.CONTRACT_PRICE),
                        min(when(lookback.age(col(Subscriptions.RENEWS_AT)).leq(0), col(Subscriptions.RENEWS_AT)))
                                .as(CustomerHoldings.RENEWS_AT),
                        max(Subscriptions.CANCEL_REQUESTED_AT).as(CustomerHoldings.CANCEL_REQUESTED_AT),
                        min(Subscriptions.STARTED_AT).as(CustomerHoldings.CONTRACT_STARTED_AT));
    }

    /** Started, and not ended. A contract that ended before it started has ended. */
    static Column isActive(Lookback lookback) {
        Column ended = coalesce(lookback.known(col(Subscriptions.ENDED_AT)), lit(false));
        return lookback.known(col(Subscriptions.STARTED_AT)).and(ended.equalTo(false));
    }
}
