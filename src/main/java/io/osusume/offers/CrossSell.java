package io.osusume.offers;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import io.osusume.features.Holdings;
import io.osusume.tables.Offers;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import io.osusume.tables.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Candidates to cross-sell: the consequents of rules whose whole antecedent the customer has, where the consequent is of
 * another category (an unknown category counts as another) and the customer has neither it nor another product of its
 * family. Per customer and product the rule with the highest confidence speaks for it.
 *
 * <p>At most (products a customer has) × (rules that start from each) rows are formed, never customers × products.
 */
final class CrossSell {

    Dataset<Row> candidates(Dataset<Row> holdings, Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> parts = crossing(rules, products)
                .withColumn("item", explode(col(Rules.ANTECEDENT)))
                .withColumn("parts", size(col(Rules.ANTECEDENT)));
        Dataset<Row> held = holdings.where(col(Holdings.NET_QUANTITY)
                        .gt(0)
                        .or(col(Holdings.CONTRACT_QUANTITY).gt(0)))
                .select(
                        col(Holdings.CUSTOMER_ID),
                        col(Holdings.PRODUCT_ID).as("item"),
                        col(Holdings.LAST_BOUGHT_AT).as("at"));
        Dataset<Row> fitting = held.join(broadcast(parts), "item")
                .groupBy(Holdings.CUSTOMER_ID, Rules.RULE_ID)
                .agg(
                        count(lit(1)).as("found"),
                        first("parts").as("parts"),
                        // The latest bought part is the one that the customer will remember.
                        max(struct(col("at"), col("item"))).getField("item").as(Candidates.ANCHOR_PRODUCT_ID),
                        first(struct(col(Rules.CONSEQUENT), col(Rules.CONFIDENCE), col(Rules.LIFT), col(Rules.Q_VALUE)))
                                .as("rule"))
                .where(col("found").equalTo(col("parts")));
        Dataset<Row> best = fitting.groupBy(
                        col(Holdings.CUSTOMER_ID),
                        col("rule." + Rules.CONSEQUENT).as("product_id"))
                .agg(max_by(
                                struct(col(Rules.RULE_ID), col("rule"), col(Candidates.ANCHOR_PRODUCT_ID)),
                                struct(col("rule." + Rules.CONFIDENCE), col("rule." + Rules.LIFT), col(Rules.RULE_ID)))
                        .as("best"));
        return withoutHeld(best, held, products).select(shape());
    }

    /** Rules whose consequent is on sale and in none of the antecedent's categories. */
    private static Dataset<Row> crossing(Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> categories = products.select(col(Products.PRODUCT_ID).as("item"), col(Products.CATEGORY));
        Dataset<Row> own = rules.select(
                        col(Rules.RULE_ID), explode(col(Rules.ANTECEDENT)).as("item"))
                .join(categories, "item")
                .groupBy(Rules.RULE_ID)
                .agg(collect_set(Products.CATEGORY).as("own_categories"));
        return rules.join(categories.withColumnRenamed("item", Rules.CONSEQUENT), Rules.CONSEQUENT)
                .join(own, Rules.RULE_ID)
                .where(coalesce(
                        array_contains(col("own_categories"), col(Products.CATEGORY))
                                .equalTo(false),
                        lit(true)))
                .select(Rules.RULE_ID, Rules.ANTECEDENT, Rules.CONSEQUENT, Rules.CONFIDENCE, Rules.LIFT, Rules.Q_VALUE);
    }

    private static Dataset<Row> withoutHeld(Dataset<Row> best, Dataset<Row> held, Dataset<Row> products) {
        Dataset<Row> families =
                products.where(col(Products.FAMILY).isNotNull()).select(col(Products.PRODUCT_ID), col(Products.FAMILY));
        Dataset<Row> heldProducts =
                held.select(col(Holdings.CUSTOMER_ID), col("item").as(Products.PRODUCT_ID));
        Dataset<Row> heldFamilies = heldProducts
                .join(broadcast(families), Products.PRODUCT_ID)
                .select(Holdings.CUSTOMER_ID, Products.FAMILY)
                .distinct();
        return best.join(heldProducts, new String[] {Holdings.CUSTOMER_ID, Products.PRODUCT_ID}, "left_anti")
                .join(broadcast(families), new String[] {Products.PRODUCT_ID}, "left")
                .join(heldFamilies, new String[] {Holdings.CUSTOMER_ID, Products.FAMILY}, "left_anti");
    }

    private static org.apache.spark.sql.Column[] shape() {
        String rule = "best.rule.";
        return new org.apache.spark.sql.Column[] {
            col(Holdings.CUSTOMER_ID),
            lit(Offers.CROSS_SELL).as(Candidates.OFFER_TYPE),
            col(Products.PRODUCT_ID),
            col("best." + Candidates.ANCHOR_PRODUCT_ID).as(Candidates.ANCHOR_PRODUCT_ID),
            lit(Candidates.NONE).as(Candidates.TRIGGER),
            col(rule + Rules.LIFT).as(Candidates.EVIDENCE),
            col(rule + Rules.CONFIDENCE).as(Candidates.FIGURE),
            lit(1).cast(Types.QUANTITY).as(Candidates.UNITS),
            col("best." + Rules.RULE_ID).as(Candidates.RULE_ID),
            col(rule + Rules.CONFIDENCE).as(Candidates.CONFIDENCE),
            col(rule + Rules.LIFT).as(Candidates.LIFT),
            col(rule + Rules.Q_VALUE).as(Candidates.Q_VALUE)
        };
    }
}
