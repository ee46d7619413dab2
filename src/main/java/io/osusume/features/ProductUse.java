package io.osusume.features;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How each customer uses each product. Grain: one customer, product and metric with a measurement in the last 112 days.
 *
 * <p>trend = mean of the observed days of the last 28 ÷ of the 84 before, by {@link DailyUse}: a level stands until the next
 * measurement, a sum is spread over the days since the one before, and what was not measured is unknown, not nothing. Nothing
 * is only what has no row of a metric declared sparse. capacity = included units × max(1, quantity under contract, else net
 * quantity bought, else 1): the quantity counts how many of the product are held, not seats. utilisation = use / capacity,
 * which may be above 1, where use is the sum of 28 days of a metric that adds up, and the latest value of a level.
 */
public final class ProductUse {
    static final int RECENT_DAYS = 28;
    static final int PREVIOUS_DAYS = 84;

    private static final String PREVIOUS = "_previous";
    private static final String RECENT = "_recent";
    private static final String SUM = "_sum";
    private static final String BITS = "_bits";
    private static final String HAS = "_has";

    private final FeaturesConfig config;
    private final UseColumns columns;

    public ProductUse(FeaturesConfig config) {
        this.config = config;
        this.columns = new UseColumns(config);
    }

    /**
     * Works out use from {@code usage}, which is scanned once.
     *
     * @param holdings {@link Holdings}
     */
    public Dataset<Row> of(Facts facts, Dataset<Row> holdings, LocalDate asOf) {
        Lookback lookback = new Lookback(asOf);
        Dataset<Row> limits =
                facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.USAGE_METRIC, Products.INCLUDED_UNITS);
        Dataset<Row> held = holdings.select(
                col(CustomerHoldings.CUSTOMER_ID),
                col(CustomerHoldings.PRODUCT_ID),
                col(CustomerHoldings.CONTRACT_QUANTITY),
                col(CustomerHoldings.NET_QUANTITY),
                col(CustomerHoldings.FORMER_SINCE),
                col(CustomerHoldings.OWNED).as(HAS));
        Dataset<Row> measured = measured(daily(EndedBeside.without(facts, lookback), lookback), lookback);
        return RestingContracts.mark(measured, facts, lookback)
                .join(broadcast(limits), new String[] {MeasuredUse.PRODUCT_ID}, "left")
                .join(held, new String[] {MeasuredUse.CUSTOMER_ID, MeasuredUse.PRODUCT_ID}, "left")
                // Who left a plan, or lets it rest, and has no other that the metric is about, uses it no more: that is
                // no
                // use that collapsed.
                .withColumn(
                        "_goes_on",
                        max(col(CustomerHoldings.FORMER_SINCE)
                                        .isNull()
                                        .and(col(RestingContracts.RESTS).isNull()))
                                .over(metric()))
                .where(col("_goes_on"))
                .withColumn(UseColumns.DAILY, columns.daily(coalesce(col(HAS), lit(true))))
                .withColumn(MeasuredUse.CAPACITY, capacity())
                .withColumn(MeasuredUse.USE_28D, columns.use28(col(RECENT), col(SUM)))
                .withColumn(PREVIOUS, sum(PREVIOUS).over(metric()))
                .withColumn(UseColumns.ALL, collect_list(col(UseColumns.DAILY)).over(metric()))
                .select(selected(lookback));
    }

    private Column[] selected(Lookback lookback) {
        Column summed = columns.isSummed();
        Column known = lookback.within(col(MeasuredUse.LATEST_AT), config.levelValidDays());
        Column latest = when(summed, col(MeasuredUse.USE_28D))
                .when(known, col(MeasuredUse.LATEST).cast(Types.ESTIMATE));
        return new Column[] {
            col(MeasuredUse.CUSTOMER_ID),
            col(MeasuredUse.PRODUCT_ID),
            col(MeasuredUse.METRIC),
            col(MeasuredUse.LATEST_AT),
            col(MeasuredUse.LATEST),
            col(MeasuredUse.USE_28D),
            columns.trend(col(UseColumns.MEASUREMENTS)).as(MeasuredUse.TREND),
            columns.trendOfAll(col(PREVIOUS)).as(MeasuredUse.METRIC_TREND),
            UseColumns.activePeriods().bitwiseOR(col(BITS)).as(MeasuredUse.ACTIVE_PERIODS),
            col(MeasuredUse.CAPACITY),
            share(latest).as(MeasuredUse.UTILISATION),
            share(col(MeasuredUse.USE_28D)).as(MeasuredUse.UTILISATION_28D)
        };
    }

    /** All products that a customer uses by one metric. */
    private static WindowSpec metric() {
        return Window.partitionBy(MeasuredUse.CUSTOMER_ID, MeasuredUse.METRIC)
                .orderBy(MeasuredUse.PRODUCT_ID)
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    }

    /** Grain: one day on which a metric was measured. */
    private static Dataset<Row> daily(Dataset<Row> usage, Lookback lookback) {
        Column latest = max(struct(col(Usage.USED_AT), col(Usage.AMOUNT)));
        return usage.where(lookback.known(col(Usage.USED_AT)))
                .groupBy(
                        col(MeasuredUse.CUSTOMER_ID),
                        col(MeasuredUse.PRODUCT_ID),
                        col(MeasuredUse.METRIC),
                        lookback.age(col(Usage.USED_AT)).as(UseColumns.AGE))
                .agg(latest.as(UseColumns.LATEST), sum(Usage.AMOUNT).as(UseColumns.ADDED));
    }

    private Dataset<Row> measured(Dataset<Row> days, Lookback lookback) {
        Column age = col(UseColumns.AGE);
        Column recent = age.lt(RECENT_DAYS);
        Column previous = age.geq(RECENT_DAYS).and(age.lt(DailyUse.DAYS));
        Column latest = max(col(UseColumns.LATEST));
        // A level that was measured before the first of the 112 days may still stand on it.
        Column read = age.lt(DailyUse.DAYS + config.levelValidDays());
        Column day = struct(
                age,
                col(UseColumns.LATEST)
                        .getField(Usage.AMOUNT)
                        .cast(Types.ESTIMATE)
                        .as(UseColumns.LATEST),
                col(UseColumns.ADDED).cast(Types.ESTIMATE).as(UseColumns.ADDED));
        return days.groupBy(MeasuredUse.CUSTOMER_ID, MeasuredUse.PRODUCT_ID, MeasuredUse.METRIC)
                .agg(
                        latest.getField(Usage.USED_AT).as(MeasuredUse.LATEST_AT),
                        latest.getField(Usage.AMOUNT).as(MeasuredUse.LATEST),
                        max(age).as(UseColumns.FIRST_AGE),
                        array_sort(collect_list(when(read, day))).as(UseColumns.MEASURED),
                        sum(when(recent, col(UseColumns.ADDED)))
                                .cast(Types.ESTIMATE)
                                .as(SUM),
                        count_if(recent).as(RECENT),
                        count_if(previous).as(UseColumns.MEASUREMENTS),
                        count_if(previous).as(PREVIOUS),
                        activePeriods(age).as(BITS))
                .where(lookback.within(col(MeasuredUse.LATEST_AT), DailyUse.DAYS));
    }

    private static Column activePeriods(Column age) {
        Column bits = lit(0);
        for (int period = 0; period < 4; period++) {
            Column used = age.geq(period * RECENT_DAYS)
                    .and(age.lt((period + 1) * RECENT_DAYS))
                    .and(col(UseColumns.ADDED).gt(0));
            bits = bits.plus(max(when(used, lit(1 << period)).otherwise(lit(0))));
        }
        return bits;
    }

    private static Column capacity() {
        Column quantity = greatest(
                lit(1).cast(Types.QUANTITY),
                coalesce(col(CustomerHoldings.CONTRACT_QUANTITY), col(CustomerHoldings.NET_QUANTITY)));
        return when(
                col(MeasuredUse.METRIC).equalTo(col(Products.USAGE_METRIC)),
                col(Products.INCLUDED_UNITS).multiply(quantity));
    }

    private static Column share(Column use) {
        return when(
                col(MeasuredUse.CAPACITY).gt(0),
                use.divide(col(MeasuredUse.CAPACITY).cast(Types.ESTIMATE)));
    }
}
