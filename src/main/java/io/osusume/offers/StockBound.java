package io.osusume.offers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import io.osusume.tables.Arm;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * No more of a product is expected to be accepted, alone or in sets, than is in stock: the sum of p_accept over its offers, those
 * with the highest rank score first, is at most {@code products.stock}. What is withheld from a control arm takes nothing away.
 */
final class StockBound {
    private static final String ITEM = "_item";
    private static final String SUBJECT = "_subject";
    private static final String TAKEN = "_taken";

    private StockBound() {}

    /**
     * The targets, with what each may not get. Runs jobs at once, where some stock is known.
     *
     * @param priced {@link Prices}
     * @param decide what would be offered to targets
     */
    static Dataset<Row> hold(Dataset<Row> targets, Dataset<Row> priced, UnaryOperator<Dataset<Row>> decide) {
        Dataset<Row> stock = priced.where(col(Products.STOCK).isNotNull())
                .select(col(Products.PRODUCT_ID).as(ITEM), col(Products.STOCK));
        return stock.isEmpty() ? targets : Rounds.hold(targets, decide, decided -> over(decided, stock));
    }

    private static Dataset<Row> over(Dataset<Row> decided, Dataset<Row> stock) {
        Column earlier = sum(Offers.P_ACCEPT)
                .over(Window.partitionBy(ITEM)
                        .orderBy(
                                col(Offers.RANK_SCORE).desc(),
                                col(Offers.TARGET_TYPE),
                                col(Offers.TARGET_ID),
                                col(SUBJECT))
                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        return decided.where(col(OfferRows.STOPPED)
                        .isNull()
                        .and(col(Offers.ARM).notEqual(Arm.CONTROL.wire()))
                        .and(col(Offers.P_ACCEPT).isNotNull()))
                .select(
                        col(Offers.TARGET_TYPE),
                        col(Offers.TARGET_ID),
                        col(Offers.RANK_SCORE),
                        col(Offers.P_ACCEPT),
                        coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)).as(SUBJECT),
                        explode(coalesce(col(Offers.BUNDLE_ITEMS), array(col(Offers.PRODUCT_ID))))
                                .as(ITEM))
                .join(broadcast(stock), ITEM)
                .withColumn(TAKEN, earlier)
                .where(col(TAKEN).gt(col(Products.STOCK)))
                .groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(collect_set(SUBJECT).as(Rounds.OVER));
    }
}
