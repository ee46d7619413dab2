package io.osusume.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
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
import io.osusume.tables.Types;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each customer has. Grain: one customer and product that was ever bought, or is or was under contract.
 *
 * <p>Owned = a running contract (also one signed that begins later), or a net quantity above 0 of something neither
 * consumable nor sold to this customer by contract; unknown is not consumable. Who has left a plan does not own it, however
 * many invoices were paid; it is former, as is what was given back. Of several running contracts for one product the quantities add up, the price is the latest
 * started one's, the renewal the next one's, and one request to cancel is enough.
 */
public final class Holdings {
    private static final String BEGAN = ContractHoldings.BEGAN;
    private static final int LATEST_DAYS = 8;

    /**
     * Works out the holdings; each dataset is scanned once.
     *
     * @param contracts {@code contracts.ContractView}
     */
    public Dataset<Row> of(Facts facts, Dataset<Row> contracts, LocalDate asOf) {
        String[] key = {CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID};
        Dataset<Row> consumable = facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.IS_CONSUMABLE);
        Column invoiced = col(BEGAN)
                .isNotNull()
                .and(coalesce(col(Products.IS_CONSUMABLE), lit(false)).equalTo(false));
        return bought(facts.of(Orders.INPUT))
                .join(ContractHoldings.of(contracts), key, "full_outer")
                .join(broadcast(consumable), new String[] {CustomerHoldings.PRODUCT_ID}, "left")
                .withColumn("_invoiced", invoiced)
                .select(
                        col(CustomerHoldings.CUSTOMER_ID),
                        col(CustomerHoldings.PRODUCT_ID),
                        net().cast(Types.QUANTITY).as(CustomerHoldings.NET_QUANTITY),
                        purchase(CustomerHoldings.FIRST_BOUGHT_AT),
                        purchase(CustomerHoldings.LAST_BOUGHT_AT),
                        col(CustomerHoldings.LAST_UNIT_PRICE),
                        col(CustomerHoldings.CONTRACT_QUANTITY),
                        col(CustomerHoldings.CONTRACT_PRICE),
                        col(CustomerHoldings.CONTRACT_PER_YEAR),
                        col(CustomerHoldings.CONTRACT_PERIOD),
                        col(CustomerHoldings.RENEWS_AT),
                        col(CustomerHoldings.CANCEL_REQUESTED_AT),
                        col(CustomerHoldings.CANCEL_QUANTITY),
                        col(CustomerHoldings.CONTRACT_STARTED_AT),
                        col(CustomerHoldings.CONTRACT_ENDS_ON),
                        when(col(CustomerHoldings.BOUGHT_DAYS).isNull(), col(CustomerHoldings.CONTRACT_PAID))
                                .as(CustomerHoldings.CONTRACT_PAID),
                        formerSince().as(CustomerHoldings.FORMER_SINCE),
                        when(
                                        col("_invoiced")
                                                .and(col(CustomerHoldings.BOUGHT_DAYS)
                                                        .isNotNull()),
                                        array(col(BEGAN)))
                                .otherwise(col(CustomerHoldings.BOUGHT_DAYS))
                                .as(CustomerHoldings.BOUGHT_DAYS),
                        owned().as(CustomerHoldings.OWNED));
    }

    /** Units bought and not returned. Invoices of a contract are no units: as many as it is for, while it runs. */
    private static Column net() {
        return when(
                        col("_invoiced").and(col(CustomerHoldings.NET_QUANTITY).isNotNull()),
                        coalesce(col(CustomerHoldings.CONTRACT_QUANTITY), lit(0)))
                .otherwise(coalesce(col(CustomerHoldings.NET_QUANTITY), lit(0)));
    }

    /** Invoices of a contract are no purchases: the contract was bought when it began. */
    private static Column purchase(String time) {
        return when(col("_invoiced").and(col(time).isNotNull()), col(BEGAN).cast(Types.INSTANT))
                .otherwise(col(time))
                .as(time);
    }

    private static Column owned() {
        Column durable = coalesce(col(Products.IS_CONSUMABLE), lit(false)).equalTo(false);
        Column kept = col(BEGAN)
                .isNull()
                .and(col(CustomerHoldings.NET_QUANTITY).gt(0))
                .and(durable);
        return col(CustomerHoldings.CONTRACT_QUANTITY).isNotNull().or(coalesce(kept, lit(false)));
    }

    private static Column formerSince() {
        Column nothingLeft =
                coalesce(col(CustomerHoldings.NET_QUANTITY), lit(0)).equalTo(0);
        Column returned = when(nothingLeft, to_date(col(Orders.RETURNED_AT)));
        return when(owned().equalTo(false), greatest(returned, col(ContractHoldings.LEFT)));
    }

    private static Dataset<Row> bought(Dataset<Row> lines) {
        Column bought = col(Orders.QUANTITY).gt(0);
        Column at = when(bought, col(Orders.ORDERED_AT));
        Column latest = when(bought, struct(col(Orders.ORDERED_AT), col(Orders.UNIT_PRICE)));
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .groupBy(CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID)
                .agg(
                        sum(Orders.NET_QUANTITY).cast(Types.QUANTITY).as(CustomerHoldings.NET_QUANTITY),
                        min(at).as(CustomerHoldings.FIRST_BOUGHT_AT),
                        max(at).as(CustomerHoldings.LAST_BOUGHT_AT),
                        max(latest).getField(Orders.UNIT_PRICE).as(CustomerHoldings.LAST_UNIT_PRICE),
                        when(
                                        max(at).isNotNull(),
                                        reverse(slice(sort_array(collect_set(to_date(at)), false), 1, LATEST_DAYS)))
                                .as(CustomerHoldings.BOUGHT_DAYS),
                        max(Orders.RETURNED_AT).as(Orders.RETURNED_AT));
    }
}
