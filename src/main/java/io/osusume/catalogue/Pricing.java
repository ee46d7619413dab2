package io.osusume.catalogue;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.ContractView;
import io.osusume.tables.Billing;
import io.osusume.tables.Orders;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a product sells for and earns. Grain: one product. Price: the list price, else what running contracts cost ({@link
 * ContractPrices}), else the median of the prices paid (free lines left out). A product that nobody lists as billed, and that
 * is under contract, is billed as most of its contracts are. Margin: price − unit cost where the cost is known, else price × the configured rate.
 */
public final class Pricing {
    private static final Column NO_PERIODS =
            lit(null).cast(Prices.TABLE.schema().apply(Prices.BY_PERIOD).dataType());

    private final LtvConfig config;
    private final Exclusion exclusion;

    public Pricing(LtvConfig config) {
        this(config, Exclusion.NONE);
    }

    /** @param exclusion which products are not offered, whatever they earn */
    public Pricing(LtvConfig config, Exclusion exclusion) {
        this.config = config;
        this.exclusion = exclusion;
    }

    /** As {@link #of(Dataset, Dataset, Dataset, LocalDate)}, where no contracts tell anything. */
    public Dataset<Row> of(Dataset<Row> products, Dataset<Row> lines, LocalDate asOf) {
        return byList(products.withColumn(Prices.BY_PERIOD, NO_PERIODS), lines, asOf);
    }

    /**
     * Prices every product; a product that has neither list price nor paid lines nor contracts has no price.
     *
     * @param contracts {@code contracts.ContractView}
     */
    public Dataset<Row> of(Dataset<Row> products, Dataset<Row> lines, Dataset<Row> contracts, LocalDate asOf) {
        Column unlisted = col(Products.BILLING)
                .isNull()
                .and(coalesce(col(Products.IS_CONSUMABLE), lit(false)).equalTo(false))
                .and(col(ContractPrices.BILLING).isNotNull());
        Dataset<Row> known = products.join(
                        broadcast(ContractPrices.of(contracts)), new String[] {Products.PRODUCT_ID}, "left")
                .withColumn(
                        Products.LIST_PRICE,
                        when(
                                        unlisted.or(col(Products.BILLING).equalTo(col(ContractPrices.BILLING))),
                                        coalesce(col(Products.LIST_PRICE), col(ContractPrices.PRICE)))
                                .otherwise(col(Products.LIST_PRICE)))
                .withColumn(
                        Products.BILLING,
                        when(unlisted, col(ContractPrices.BILLING)).otherwise(col(Products.BILLING)));
        return byList(known.drop(ContractPrices.BILLING, ContractPrices.PRICE), lines, asOf);
    }

    /**
     * As {@link #of(Dataset, Dataset, Dataset, LocalDate)}, of contracts as they were written.
     *
     * @param subscriptions begun until {@code asOf}
     */
    public Dataset<Row> priced(Dataset<Row> products, Dataset<Row> lines, Dataset<Row> subscriptions, LocalDate asOf) {
        return of(products, lines, new ContractView(config, asOf).of(lines, subscriptions, products), asOf);
    }

    /** What a night must say where half of what is on sale, or more, can be offered to nobody for want of a price. */
    public static Optional<String> unpriced(Dataset<Row> priced) {
        Row counts = priced.where(col(Prices.ON_SALE).and(col(Prices.MAY_BE_OFFERED)))
                .agg(count(lit(1)), count(when(col(Prices.PRICE).gt(0), 1)))
                .head();
        long all = counts.getLong(0);
        long unknown = all - counts.getLong(1);
        return unknown > 0 && 2 * unknown >= all
                ? Optional.of(unknown + " of the " + all + " products on sale have no price above 0: they are"
                        + " offered to nobody, and what customers are worth is told without them. Map"
                        + " inputs.orders.columns.unit_price, or inputs.products.columns.list_price.")
                : Optional.empty();
    }

    private Dataset<Row> byList(Dataset<Row> products, Dataset<Row> lines, LocalDate asOf) {
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
                .withColumn(Prices.ON_SALE, onSale(asOf).and(inStock(products)))
                .withColumn(
                        Prices.LAST_DAY, date_sub(col(Products.DISCONTINUED_AT).cast("date"), 1))
                .withColumn(Prices.MAY_BE_OFFERED, exclusion.mayBeOffered(products))
                .withColumn(Prices.MAY_BE_NAMED, exclusion.mayBeNamed(products))
                .drop("median_paid");
    }

    private static Column periodsPerYear() {
        Column months = when(
                col(Products.BILLING).rlike("^(" + Billing.MONTHS + ")$"),
                lit(12.0).divide(col(Products.BILLING).try_cast("double")));
        Column weeks = when(
                col(Products.BILLING).rlike("^" + Billing.WEEKS + "$"),
                lit(Billing.periodsPerYear(Billing.WEEKLY.wire()))
                        .divide(split(col(Products.BILLING), " ").getItem(0).try_cast("double")));
        Column periods = coalesce(months, weeks, lit(0.0));
        for (Billing billing : Billing.values()) {
            periods = when(col(Products.BILLING).equalTo(billing.wire()), Billing.periodsPerYear(billing.wire()))
                    .otherwise(periods);
        }
        return periods;
    }

    /**
     * What bundles are made of and priced by: what may be offered and costs something, with its price as its list price, its cost,
     * and what it does not go with.
     */
    public static Dataset<Row> asListPrices(Dataset<Row> priced) {
        return priced.where(col(Prices.ON_SALE)
                        .and(col(Prices.MAY_BE_OFFERED))
                        .and(col(Prices.PRICE).gt(0)))
                .select(
                        col(Products.PRODUCT_ID),
                        col(Prices.PRICE).as(Products.LIST_PRICE),
                        col(Products.UNIT_COST),
                        col(Products.FAMILY),
                        col(Products.SUBSTITUTE_GROUP),
                        split(coalesce(col(Products.EXCLUDES), lit("")), "[,; ]+")
                                .as(Products.EXCLUDES),
                        col(Products.SOLD_IN),
                        col(Prices.LAST_DAY));
    }

    private static Column inStock(Dataset<Row> products) {
        return List.of(products.columns()).contains(Products.STOCK)
                ? coalesce(col(Products.STOCK).gt(0), lit(true))
                : lit(true);
    }

    /** Offers go out on the day after as-of: what is sold no more from then on is off sale. */
    private static Column onSale(LocalDate asOf) {
        return coalesce(col(Products.LAUNCHED_AT).cast("date").leq(lit(asOf)), lit(true))
                .and(coalesce(col(Products.DISCONTINUED_AT).cast("date").gt(lit(asOf.plusDays(1))), lit(true)));
    }
}
