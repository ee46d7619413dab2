package io.osusume.offers;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OffersConfig;
import io.osusume.features.Holdings;
import io.osusume.tables.Offers;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Candidates to cross-sell: the consequents of significant rules whose whole antecedent the customer has, where the
 * consequent is of another category (an unknown category counts as another), costs no more than a configured multiple of the
 * dearest product of the antecedent, and the customer has neither it nor another product of its family. Per customer and product the rule with the highest confidence speaks for it.
 *
 * <p>At most (products a customer has) × (rules that start from each) rows are formed, never customers × products.
 */
final class CrossSell {
    /** What a customer has: an array of (bought at, product). */
    private static final String HELD = "held";

    private static final String PRODUCTS = "products";
    private static final String FAMILIES = "families";
    private static final String FIRST_ITEM = "first_item";

    private final OffersConfig config;

    CrossSell(OffersConfig config) {
        this.config = config;
    }

    Dataset<Row> candidates(Dataset<Row> holdings, Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> customers = customers(holdings, products);
        Column wholeAntecedent = size(col(Rules.ANTECEDENT))
                .equalTo(1)
                .or(size(array_intersect(col(Rules.ANTECEDENT), col(PRODUCTS))).equalTo(size(col(Rules.ANTECEDENT))));
        Dataset<Row> fitting = customers
                .select(col("*"), explode(col(PRODUCTS)).as(FIRST_ITEM))
                .join(broadcast(crossing(rules, products)), FIRST_ITEM)
                .where(array_contains(col(PRODUCTS), col(Rules.CONSEQUENT)).equalTo(false))
                .where(coalesce(
                        array_contains(col(FAMILIES), col(Products.FAMILY)).equalTo(false), lit(true)))
                .where(wholeAntecedent);
        return fitting.groupBy(col(Holdings.CUSTOMER_ID), col(Rules.CONSEQUENT))
                .agg(max_by(
                                struct(
                                        col(Rules.RULE_ID),
                                        col(Rules.CONFIDENCE),
                                        col(Rules.LIFT),
                                        col(Rules.Q_VALUE),
                                        latest().as(Candidates.ANCHOR_PRODUCT_ID)),
                                struct(col(Rules.CONFIDENCE), col(Rules.LIFT), col(Rules.RULE_ID)))
                        .as("best"))
                .select(shape());
    }

    private static Dataset<Row> customers(Dataset<Row> holdings, Dataset<Row> products) {
        Dataset<Row> families = products.select(Products.PRODUCT_ID, Products.FAMILY);
        return holdings.where(col(Holdings.NET_QUANTITY)
                        .gt(0)
                        .or(col(Holdings.CONTRACT_QUANTITY).isNotNull()))
                .join(broadcast(families), new String[] {Products.PRODUCT_ID}, "left")
                .groupBy(Holdings.CUSTOMER_ID)
                .agg(
                        collect_list(struct(col(Holdings.LAST_BOUGHT_AT), col(Products.PRODUCT_ID)))
                                .as(HELD),
                        collect_set(Products.PRODUCT_ID).as(PRODUCTS),
                        collect_set(Products.FAMILY).as(FAMILIES));
    }

    /** Significant rules whose consequent is on sale, in none of the antecedent's categories, and not much dearer. */
    private Dataset<Row> crossing(Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> significant = rules.where(col(Rules.Q_VALUE).leq(config.maxQValue()));
        Dataset<Row> own = significant
                .select(col(Rules.RULE_ID), explode(col(Rules.ANTECEDENT)).as(Products.PRODUCT_ID))
                .join(products, new String[] {Products.PRODUCT_ID}, "left")
                .groupBy(Rules.RULE_ID)
                .agg(
                        collect_set(Products.CATEGORY).as("own_categories"),
                        max(Pricing.PRICE).as("own_price"));
        Column otherCategory =
                array_contains(col("own_categories"), col(Products.CATEGORY)).equalTo(false);
        Column inBand = col(Pricing.PRICE).leq(col("own_price").multiply(config.priceBand()));
        return significant
                .join(products.withColumnRenamed(Products.PRODUCT_ID, Rules.CONSEQUENT), Rules.CONSEQUENT)
                .join(own, Rules.RULE_ID)
                .where(col(Pricing.ON_SALE))
                .where(coalesce(otherCategory, lit(true)).and(coalesce(inBand, lit(true))))
                .select(
                        element_at(col(Rules.ANTECEDENT), 1).as(FIRST_ITEM),
                        col(Rules.RULE_ID),
                        col(Rules.ANTECEDENT),
                        col(Rules.CONSEQUENT),
                        col(Rules.CONFIDENCE),
                        col(Rules.LIFT),
                        col(Rules.Q_VALUE),
                        col(Products.FAMILY));
    }

    /** Of the antecedent's products the one bought last: the one that the customer will remember. */
    private static Column latest() {
        Column parts = filter(col(HELD), h -> array_contains(col(Rules.ANTECEDENT), h.getField(Products.PRODUCT_ID)));
        return when(size(col(Rules.ANTECEDENT)).equalTo(1), col(FIRST_ITEM))
                .otherwise(array_max(parts).getField(Products.PRODUCT_ID));
    }

    private static Column[] shape() {
        return new Column[] {
            col(Holdings.CUSTOMER_ID),
            lit(Offers.CROSS_SELL).as(Candidates.OFFER_TYPE),
            col(Rules.CONSEQUENT).as(Candidates.PRODUCT_ID),
            col("best." + Candidates.ANCHOR_PRODUCT_ID).as(Candidates.ANCHOR_PRODUCT_ID),
            lit(Candidates.NONE).as(Candidates.TRIGGER),
            col("best." + Rules.LIFT).as(Candidates.EVIDENCE),
            col("best." + Rules.CONFIDENCE).as(Candidates.FIGURE),
            lit(1).cast(Types.QUANTITY).as(Candidates.UNITS),
            col("best." + Rules.RULE_ID).as(Candidates.RULE_ID),
            col("best." + Rules.CONFIDENCE).as(Candidates.CONFIDENCE),
            col("best." + Rules.LIFT).as(Candidates.LIFT),
            col("best." + Rules.Q_VALUE).as(Candidates.Q_VALUE)
        };
    }
}
