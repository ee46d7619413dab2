package io.osusume.rules;

import static io.osusume.tables.Bundles.BUNDLE_ID;
import static io.osusume.tables.Bundles.BUNDLE_PRICE;
import static io.osusume.tables.Bundles.COUNT;
import static io.osusume.tables.Bundles.DISCOUNT;
import static io.osusume.tables.Bundles.EXPECTED_MARGIN;
import static io.osusume.tables.Bundles.ITEMS;
import static io.osusume.tables.Bundles.LIFT;
import static io.osusume.tables.Bundles.Q_VALUE;
import static io.osusume.tables.Bundles.RANK;
import static io.osusume.tables.Bundles.SUM_PRICE;
import static io.osusume.tables.Bundles.UNIT_MARGIN;
import static io.osusume.tables.Bundles.VALID_TO;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;

import io.osusume.config.BundlesConfig;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * Bundles: sets of products that sell together significantly (see {@link SignificantSets}), each at one price under the sum of
 * their prices.
 *
 * <p>Discount = min + (max − min) · (1 − the highest confidence with which its other items bring one): who buys the last item anyway needs no
 * reason to. The price is rounded up to a whole step, and where all costs are known it leaves at least the margin floor,
 * price ≥ cost/(1 − floor); sets for which no price under the sum is left are no bundles. Lift of a set is
 * s(set) / Π s(item). Expected margin = count · (price − cost): what the orders that held the set would have brought.
 */
public final class BundleProposals {
    private static final String COST = "cost";
    private static final String ITEM = "item";
    private static final String PRICED = "priced";
    private static final String ALIKE = "alike";

    private final BundlesConfig config;
    private final double marginRate;

    /** @param marginRate contribution margin as a share of price for products whose cost is unknown, in [0, 1] */
    public BundleProposals(BundlesConfig config, double marginRate) {
        this.config = config;
        this.marginRate = marginRate;
    }

    /**
     * The best bundles, one a row, with the columns of table {@code bundles}.
     *
     * @param orders rules of orders, with their itemsets
     * @param products {@code product_id}, {@code list_price}, {@code unit_cost}, {@code family}, {@code substitute_group},
     *     {@code excludes} (ids), {@code sold_in}, {@code last_day}; what is not there is in no bundle
     * @param asOf the date of the run
     */
    public Dataset<Row> propose(MinedRules orders, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> significant = SignificantSets.of(
                        orders.rules(), orders.mined().itemsets(), config.maxQValue())
                .withColumnRenamed(SignificantSets.Q, Q_VALUE);
        Dataset<Row> priced = withItems(significant, orders.mined(), products)
                .where(col(LIFT).geq(config.minLift()).and(col(SUM_PRICE).gt(0)))
                .withColumn(BUNDLE_PRICE, price())
                .where(col(BUNDLE_PRICE).lt(col(SUM_PRICE)));
        return ranked(shaped(priced, asOf));
    }

    /** Adds the sum of prices, the cost (where unknown, by the margin rate) and the lift. */
    private Dataset<Row> withItems(Dataset<Row> sets, MinedItemsets mined, Dataset<Row> products) {
        double n = (double) mined.summary().baskets();
        Dataset<Row> singles = mined.itemsets()
                .where(size(col(Itemsets.ITEMS)).equalTo(1))
                .select(
                        col(Itemsets.ITEMS).getItem(0).as(ITEM),
                        log(col(Itemsets.COUNT).divide(n)).as("log_s"));
        Dataset<Row> prices = products.withColumnRenamed(Products.PRODUCT_ID, ITEM);
        Column assumed = col(Products.LIST_PRICE).multiply(lit(BigDecimal.valueOf(1 - marginRate)));
        return sets.withColumn(ITEM, explode(col(ITEMS)))
                .join(singles, ITEM)
                .join(prices, ITEM)
                .where(col(Products.LIST_PRICE).isNotNull())
                .groupBy(ITEMS, COUNT, Q_VALUE, SignificantSets.CONFIDENCE)
                .agg(
                        sum(Products.LIST_PRICE).cast(Types.MONEY).as(SUM_PRICE),
                        sum(coalesce(col(Products.UNIT_COST), assumed))
                                .cast(Types.MONEY)
                                .as(COST),
                        count(Products.UNIT_COST).as("costs"),
                        count(lit(1)).as(PRICED),
                        alike(Products.FAMILY)
                                .or(alike(Products.SUBSTITUTE_GROUP))
                                .or(count_distinct(col(Products.SOLD_IN)).gt(1))
                                .as(ALIKE),
                        flatten(collect_list(col(Products.EXCLUDES))).as(Products.EXCLUDES),
                        min(Prices.LAST_DAY).as(Prices.LAST_DAY),
                        sum(col("log_s").cast("decimal(38,18)")).cast("double").as("log_s"))
                .where(col(PRICED).equalTo(size(col(ITEMS))))
                .where(not(col(ALIKE)).and(not(arrays_overlap(col(ITEMS), col(Products.EXCLUDES)))))
                .withColumn(
                        LIFT,
                        org.apache.spark.sql.functions.exp(
                                log(col(COUNT).divide(n)).minus(col("log_s"))));
    }

    /** Whether two items have the same: one of them is enough. */
    private static Column alike(String column) {
        return count(col(column)).gt(count_distinct(col(column)));
    }

    private Column price() {
        Column share = lit(config.minDiscount())
                .plus(lit(config.maxDiscount() - config.minDiscount())
                        .multiply(lit(1.0).minus(col(SignificantSets.CONFIDENCE))));
        Column wanted = col(SUM_PRICE).multiply(lit(1.0).minus(share));
        Column floor = org.apache.spark.sql.functions.when(
                col("costs").equalTo(col(PRICED)), col(COST).divide(1 - config.marginFloor()));
        return upToStep(greatest(wanted, coalesce(floor, lit(0.0)).cast(DataTypes.DoubleType)));
    }

    /** Rounded up, but for what doubles get wrong. */
    private Column upToStep(Column price) {
        Column steps = ceil(price.divide(config.priceStep()).minus(1e-9));
        return steps.cast(Types.MONEY)
                .multiply(lit(BigDecimal.valueOf(config.priceStep())))
                .cast(Types.MONEY);
    }

    private Dataset<Row> shaped(Dataset<Row> priced, LocalDate asOf) {
        Column margin = col(BUNDLE_PRICE).minus(col(COST)).cast(Types.MONEY);
        return priced.withColumn(BUNDLE_ID, left(sha2(to_json(struct(col(ITEMS))), 256), lit(32)))
                .withColumn(
                        DISCOUNT,
                        lit(1.0).minus(col(BUNDLE_PRICE)
                                .cast(DataTypes.DoubleType)
                                .divide(col(SUM_PRICE).cast(DataTypes.DoubleType))))
                .withColumn(VALID_TO, least(lit(asOf.plusDays(config.validDays() - 1L)), col(Prices.LAST_DAY)))
                .withColumn(UNIT_MARGIN, margin)
                .withColumn(EXPECTED_MARGIN, margin.multiply(col(COUNT)).cast(Types.MONEY));
    }

    private Dataset<Row> ranked(Dataset<Row> bundles) {
        Column[] best = {col(EXPECTED_MARGIN).desc(), col(BUNDLE_ID).asc()};
        return bundles.orderBy(best)
                .limit(config.maxBundles())
                .withColumn(RANK, row_number().over(Window.orderBy(best)))
                .select(io.osusume.tables.Bundles.TABLE.columnNames().stream()
                        .map(org.apache.spark.sql.functions::col)
                        .toArray(Column[]::new));
    }
}
