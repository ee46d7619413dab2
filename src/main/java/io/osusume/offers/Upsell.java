package io.osusume.offers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.CutOff;
import io.osusume.config.OffersConfig;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.tables.Offers;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Candidates to upsell: the next tier above the highest that the customer has of a family, where its use asks for it: near
 * the included units (trigger {@code usage_limit}), or, where nothing is included, among the heaviest ({@code heavy_spend}).
 */
final class Upsell {
    private static final String NEXT = "next_product_id";

    private final OffersConfig config;

    Upsell(OffersConfig config) {
        this.config = config;
    }

    Dataset<Row> candidates(Dataset<Row> holdings, Dataset<Row> use, Dataset<Row> products) {
        Dataset<Row> ladder = products.where(
                        col(Products.FAMILY).isNotNull().and(col(Products.TIER).isNotNull()))
                .select(Products.PRODUCT_ID, Products.FAMILY, Products.TIER, Pricing.ON_SALE);
        Dataset<Row> top = holdings.where(col(Holdings.OWNED))
                .join(broadcast(ladder), Products.PRODUCT_ID)
                .groupBy(Holdings.CUSTOMER_ID, Products.FAMILY)
                .agg(max_by(
                                struct(
                                        col(Products.PRODUCT_ID),
                                        coalesce(col(Holdings.CONTRACT_QUANTITY), col(Holdings.NET_QUANTITY))
                                                .as(Candidates.UNITS)),
                                struct(col(Products.TIER), col(Products.PRODUCT_ID)))
                        .as("top"))
                .select(
                        col(Holdings.CUSTOMER_ID),
                        col("top." + Products.PRODUCT_ID).as(Candidates.ANCHOR_PRODUCT_ID),
                        greatest(col("top." + Candidates.UNITS), lit(1))
                                .cast(Types.QUANTITY)
                                .as(Candidates.UNITS));
        return top.join(broadcast(steps(ladder)), Candidates.ANCHOR_PRODUCT_ID)
                .join(
                        asking(use).withColumnRenamed(Products.PRODUCT_ID, Candidates.ANCHOR_PRODUCT_ID),
                        new String[] {Holdings.CUSTOMER_ID, Candidates.ANCHOR_PRODUCT_ID},
                        "inner")
                .select(shape());
    }

    /** Product → the product on sale of the nearest higher tier of its family. */
    private static Dataset<Row> steps(Dataset<Row> ladder) {
        Dataset<Row> higher = ladder.where(col(Pricing.ON_SALE))
                .select(
                        col(Products.PRODUCT_ID).as(NEXT),
                        col(Products.FAMILY),
                        col(Products.TIER).as("next_tier"));
        return ladder.join(higher, Products.FAMILY)
                .where(col("next_tier").gt(col(Products.TIER)))
                .groupBy(col(Products.PRODUCT_ID).as(Candidates.ANCHOR_PRODUCT_ID))
                .agg(min_by(col(NEXT), struct(col("next_tier"), col(NEXT))).as(NEXT));
    }

    /** Customer and product whose use asks for more, with trigger and evidence: how far the mark is passed. */
    private Dataset<Row> asking(Dataset<Row> use) {
        Column nearLimit = col(ProductUse.UTILISATION).geq(config.usageLimitRatio());
        Column heavy = col(ProductUse.CAPACITY)
                .isNull()
                .and(col(ProductUse.USE_28D).gt(0))
                .and(col(ProductUse.USE_28D).geq(col("heavy")));
        return withHeavyMark(use)
                .withColumn(
                        Candidates.TRIGGER,
                        when(nearLimit, lit(Candidates.USAGE_LIMIT)).when(heavy, lit(Candidates.HEAVY_SPEND)))
                .where(col(Candidates.TRIGGER).isNotNull())
                .select(
                        col(ProductUse.CUSTOMER_ID),
                        col(ProductUse.PRODUCT_ID),
                        struct(
                                        nearLimit.as("near"),
                                        when(
                                                        nearLimit,
                                                        col(ProductUse.UTILISATION)
                                                                .divide(config.usageLimitRatio()))
                                                .otherwise(col(ProductUse.USE_28D)
                                                        .cast(Types.ESTIMATE)
                                                        .divide(col("heavy")))
                                                .as(Candidates.EVIDENCE),
                                        col(Candidates.TRIGGER),
                                        when(nearLimit, col(ProductUse.UTILISATION))
                                                .otherwise(
                                                        col(ProductUse.USE_28D).cast(Types.ESTIMATE))
                                                .as(Candidates.FIGURE),
                                        col(ProductUse.METRIC))
                                .as("asks"))
                .groupBy(ProductUse.CUSTOMER_ID, ProductUse.PRODUCT_ID)
                .agg(max("asks").as("asks"));
    }

    /** Adds the 28-day use from which a customer is a heavy user of a product by a metric. */
    private Dataset<Row> withHeavyMark(Dataset<Row> use) {
        CutOff cut = config.heavyUseHigh();
        Optional<Double> absolute = cut.absolute();
        if (absolute.isPresent()) {
            return use.withColumn("heavy", lit(absolute.get()));
        }
        Dataset<Row> marks = use.where(col(ProductUse.CAPACITY).isNull())
                .groupBy(ProductUse.PRODUCT_ID, ProductUse.METRIC)
                // Whole units bound the number of distinct values that the exact percentile keeps.
                .agg(percentile(
                                round(col(ProductUse.USE_28D)),
                                lit(cut.quantile().orElseThrow()))
                        .as("heavy"));
        return use.join(broadcast(marks), new String[] {ProductUse.PRODUCT_ID, ProductUse.METRIC}, "left");
    }

    private static Column[] shape() {
        Column none = lit(null).cast(Types.ESTIMATE);
        return new Column[] {
            col(Holdings.CUSTOMER_ID),
            lit(Offers.UPSELL).as(Candidates.OFFER_TYPE),
            col(NEXT).as(Candidates.PRODUCT_ID),
            col(Candidates.ANCHOR_PRODUCT_ID),
            col("asks." + Candidates.TRIGGER).as(Candidates.TRIGGER),
            greatest(col("asks." + Candidates.EVIDENCE), lit(1.0)).as(Candidates.EVIDENCE),
            col("asks." + Candidates.FIGURE).as(Candidates.FIGURE),
            col(Candidates.UNITS),
            lit(null).cast(Types.TEXT).as(Candidates.RULE_ID),
            none.as(Candidates.CONFIDENCE),
            none.as(Candidates.LIFT),
            none.as(Candidates.Q_VALUE)
        };
    }
}
