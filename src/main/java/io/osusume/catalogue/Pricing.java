package io.osusume.catalogue;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.tables.Billing;
import io.osusume.tables.Orders;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a product sells for and earns. Grain: one product. Price: the list price, else the median of the prices paid (free
 * lines left out). Margin: price − unit cost where the cost is known, else price × the configured rate.
 */
public final class Pricing {
    private final LtvConfig config;

    public Pricing(LtvConfig config) {
        this.config = config;
    }

    /** Prices every product; a product that has neither list price nor paid lines has no price. */
    public Dataset<Row> of(Dataset<Row> products, Dataset<Row> lines, LocalDate asOf) {
        Dataset<Row> paid = lines.where(col(Orders.UNIT_PRICE).gt(0))
                .groupBy(Orders.PRODUCT_ID)
                .agg(percentile(col(Orders.UNIT_PRICE), lit(0.5))
                        .cast(Types.MONEY)
                        .as("median_paid"));
        Column margin = col(Prices.PRICE)
                .minus(coalesce(col(Products.UNIT_COST), col(Prices.PRICE).multiply(1 - config.marginRate())))
                .cast(Types.MONEY);
        Column perYear = col(Prices.MARGIN).multiply(periodsPerYear()).cast(Types.MONEY);
        return products.join(paid, new String[] {Products.PRODUCT_ID}, "left")
                .withColumn(Prices.PRICE, coalesce(col(Products.LIST_PRICE), col("median_paid")))
                .withColumn(Prices.MARGIN, margin)
                .withColumn(Prices.MARGIN_PER_YEAR, perYear)
                .withColumn(Prices.ON_SALE, onSale(asOf))
                .drop("median_paid");
    }

    private static Column periodsPerYear() {
        Column periods = lit(0);
        for (Billing billing : Billing.values()) {
            periods = when(col(Products.BILLING).equalTo(billing.wire()), billing.periodsPerYear())
                    .otherwise(periods);
        }
        return periods;
    }

    /** Product, price as its list price, and cost: what bundles are priced by. */
    public static Dataset<Row> asListPrices(Dataset<Row> priced) {
        return priced.select(
                col(Products.PRODUCT_ID), col(Prices.PRICE).as(Products.LIST_PRICE), col(Products.UNIT_COST));
    }

    private static Column onSale(LocalDate asOf) {
        return coalesce(col(Products.LAUNCHED_AT).cast("date").leq(lit(asOf)), lit(true))
                .and(coalesce(col(Products.DISCONTINUED_AT).cast("date").gt(lit(asOf)), lit(true)));
    }
}
