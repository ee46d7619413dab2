package io.osusume.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Billing;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What running contracts tell of their plans, for a company whose plans no list of products prices: how most of them are
 * billed, and the median of what one unit of those costs a payment; and that median for each period in which several pay. Trials at price 0 tell nothing. Grain: one plan.
 */
final class ContractPrices {
    static final String BILLING = "contract_billing";
    static final String PRICE = "contract_price";

    static final String BY_PERIOD = Prices.BY_PERIOD;
    /** Of fewer contracts a price is one customer's. */
    private static final int LEAST = 3;

    private ContractPrices() {}

    /** @param contracts {@code contracts.ContractView} */
    static Dataset<Row> of(Dataset<Row> contracts) {
        Column unitPrice = col(CustomerContracts.PRICE).divide(col(CustomerContracts.UNITS));
        return contracts
                .where(col(CustomerContracts.RUNS)
                        .and(col(CustomerContracts.PRICE).gt(0))
                        .and(col(CustomerContracts.UNITS).gt(0)))
                .withColumn(BILLING, billing())
                .where(col(BILLING).isNotNull())
                .groupBy(col(Products.PRODUCT_ID), col(BILLING), col(CustomerContracts.PAYMENT_PERIOD))
                .agg(
                        count(lit(1)).as("n"),
                        percentile(unitPrice, lit(0.5)).cast(Types.MONEY).as(PRICE))
                .groupBy(Products.PRODUCT_ID)
                .agg(
                        max(struct(col("n"), col(BILLING), col(PRICE))).as("most"),
                        map_from_entries(sort_array(collect_list(when(
                                        col("n").geq(LEAST),
                                        struct(col(CustomerContracts.PAYMENT_PERIOD), col(PRICE))))))
                                .as(BY_PERIOD))
                .select(col(Products.PRODUCT_ID), col("most." + BILLING), col("most." + PRICE), col(BY_PERIOD));
    }

    /** The wire name of a payment period; null for one that has none. */
    private static Column billing() {
        Column period = col(CustomerContracts.PAYMENT_PERIOD);
        Column months = regexp_extract(period, "^P([0-9]+)M$", 1);
        Column days = regexp_extract(period, "^P([0-9]+)D$", 1).try_cast("int");
        Column name = when(months.notEqual(""), months)
                .when(days.mod(7).equalTo(0), concat(days.divide(7).cast("int").cast("string"), lit(" weeks")));
        for (Billing billing : Billing.values()) {
            if (billing.period() != null) {
                name = when(period.equalTo(billing.period()), billing.wire()).otherwise(name);
            }
        }
        return name;
    }
}
