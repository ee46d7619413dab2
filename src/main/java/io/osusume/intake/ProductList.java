package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All products: those of the input, and those that only the orders or the contracts know. The latter carry the name that most of their order
 * lines give (of equally frequent ones the last in the alphabet), else their id, and nothing more: the rest is unknown.
 */
public final class ProductList {
    /** Grain: one product. */
    public Dataset<Row> of(Dataset<Row> products, Dataset<Row> lines, Dataset<Row> subscriptions) {
        Dataset<Row> named = lines.select(Orders.PRODUCT_ID, Orders.PRODUCT_NAME)
                .unionByName(subscriptions.select(
                        col(Subscriptions.PRODUCT_ID),
                        lit(null).cast(Types.TEXT).as(Orders.PRODUCT_NAME)))
                .groupBy(Orders.PRODUCT_ID, Orders.PRODUCT_NAME)
                .agg(count(col(Orders.PRODUCT_NAME)).as("times"))
                .groupBy(Orders.PRODUCT_ID)
                .agg(max_by(col(Orders.PRODUCT_NAME), struct(col("times"), col(Orders.PRODUCT_NAME)))
                        .as(Products.NAME));
        Dataset<Row> unlisted = named.join(
                        products.select(Products.PRODUCT_ID), new String[] {Products.PRODUCT_ID}, "left_anti")
                .select(
                        col(Products.PRODUCT_ID),
                        coalesce(col(Products.NAME), col(Products.PRODUCT_ID)).as(Products.NAME));
        return products.unionByName(unlisted, true);
    }
}
