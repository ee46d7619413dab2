package io.osusume.segments;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Room to grow in [0, 1]: the share of relevant categories that a customer does not have yet, Σ w over those / Σ w over all.
 *
 * <p>The relevance w of a category is the probability of it that the rules tell: the highest confidence of a rule from one
 * of the customer's products to a product of the category, and at least the share of customers who have the category
 * (which is all there is where there are no rules). A customer has a category who owns a product of it, or keeps buying
 * consumables of it. A product of unknown category is a category of its own.
 */
final class RoomToGrow {
    private static final String CUSTOMER_ID = CustomerHoldings.CUSTOMER_ID;
    private static final String CATEGORY = "_category";
    private static final String HAS = "_has";
    private static final String CONFIDENCE = "_confidence";
    private static final String SHARE = "_share";
    private static final String ALL_SHARES = "_all_shares";
    /** Exact sums do not depend on the order of rows. */
    private static final String EXACT = "decimal(28,12)";

    private RoomToGrow() {}

    /** Adds the room to each customer of {@code customers}. */
    static Dataset<Row> add(Dataset<Row> customers, Dataset<Row> holdings, Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> categories = products.select(col(Products.PRODUCT_ID), col(Products.CATEGORY));
        Dataset<Row> had = withCategory(
                        holdings.where(col(CustomerHoldings.OWNED)
                                        .or(col(CustomerHoldings.NET_QUANTITY).gt(0)))
                                .select(CUSTOMER_ID, CustomerHoldings.PRODUCT_ID),
                        categories)
                .select(CUSTOMER_ID, CustomerHoldings.PRODUCT_ID, CATEGORY);
        Dataset<Row> has = had.select(CUSTOMER_ID, CATEGORY).distinct();
        Dataset<Row> shares = shares(has, customers);
        Dataset<Row> weighed = weighed(has, hints(had, rules, categories), shares);
        Dataset<Row> total = shares.agg(sum(col(SHARE).cast(EXACT)).as(ALL_SHARES));
        return customers
                .join(weighed, new String[] {CUSTOMER_ID}, "left")
                .crossJoin(broadcast(total))
                .withColumn(LwpSegments.ROOM_TO_GROW, room())
                .drop("_had", "_extra", ALL_SHARES);
    }

    private static Column room() {
        Column all = coalesce(col(ALL_SHARES), lit(0))
                .plus(coalesce(col("_extra"), lit(0)))
                .cast("double");
        Column had = coalesce(col("_had"), lit(0)).cast("double");
        return when(all.gt(0), lit(1.0).minus(had.divide(all))).otherwise(lit(0.0));
    }

    /** The share of all customers who have each category. */
    private static Dataset<Row> shares(Dataset<Row> has, Dataset<Row> customers) {
        Dataset<Row> everybody = customers.agg(count(lit(1)).cast("double").as("_customers"));
        return has.groupBy(CATEGORY)
                .agg(count(lit(1)).cast("double").as("_owners"))
                .crossJoin(broadcast(everybody))
                .select(col(CATEGORY), col("_owners").divide(col("_customers")).as(SHARE));
    }

    /** The highest confidence of a rule of one antecedent from a customer's products to each category. */
    private static Dataset<Row> hints(Dataset<Row> had, Dataset<Row> rules, Dataset<Row> categories) {
        Dataset<Row> single = rules.where(size(col(Rules.ANTECEDENT)).equalTo(1))
                .select(
                        get(col(Rules.ANTECEDENT), lit(0)).as("_antecedent"),
                        col(Rules.CONSEQUENT).as(Products.PRODUCT_ID),
                        col(Rules.CONFIDENCE));
        Dataset<Row> toCategory = withCategory(single, categories)
                .groupBy(col("_antecedent").as(CustomerHoldings.PRODUCT_ID), col(CATEGORY))
                .agg(max(Rules.CONFIDENCE).as(CONFIDENCE));
        return had.select(CUSTOMER_ID, CustomerHoldings.PRODUCT_ID)
                .join(toCategory, CustomerHoldings.PRODUCT_ID)
                .groupBy(CUSTOMER_ID, CATEGORY)
                .agg(max(CONFIDENCE).as(CONFIDENCE));
    }

    private static Dataset<Row> weighed(Dataset<Row> has, Dataset<Row> hints, Dataset<Row> shares) {
        Column share = coalesce(col(SHARE), lit(0.0));
        Column extra = greatest(coalesce(col(CONFIDENCE), lit(0.0)).minus(share), lit(0.0));
        return has.withColumn(HAS, lit(true))
                .join(hints, new String[] {CUSTOMER_ID, CATEGORY}, "full_outer")
                .join(broadcast(shares), new String[] {CATEGORY}, "left")
                .groupBy(CUSTOMER_ID)
                .agg(
                        sum(when(col(HAS), share.plus(extra))
                                        .otherwise(lit(0.0))
                                        .cast(EXACT))
                                .as("_had"),
                        sum(extra.cast(EXACT)).as("_extra"));
    }

    private static Dataset<Row> withCategory(Dataset<Row> rows, Dataset<Row> categories) {
        return rows.join(broadcast(categories), new String[] {Products.PRODUCT_ID}, "left")
                .withColumn(
                        CATEGORY, coalesce(col(Products.CATEGORY), concat(lit("product "), col(Products.PRODUCT_ID))));
    }
}
