package io.osusume.features;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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

/**
 * How each customer uses each product. Grain: one customer, product and metric with a measurement in the last 112 days.
 *
 * <p>trend = (use in 28 days / 28) / (use in the 84 days before / 84). capacity = included units × max(1, quantity under
 * contract, else net quantity bought, else 1): the quantity counts how many of the product are held, not seats.
 * utilisation = use / capacity, which may be above 1, where use is the sum of 28 days of a metric that adds up, and the
 * latest value of a level.
 */
public final class ProductUse {
    static final int RECENT_DAYS = 28;
    static final int PREVIOUS_DAYS = 84;

    private static final String MEAN_28D = "_mean_28d";

    private final FeaturesConfig config;

    public ProductUse(FeaturesConfig config) {
        this.config = config;
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
                CustomerHoldings.CUSTOMER_ID,
                CustomerHoldings.PRODUCT_ID,
                CustomerHoldings.CONTRACT_QUANTITY,
                CustomerHoldings.NET_QUANTITY);
        Column summed = col(MeasuredUse.METRIC).isin(config.summedMetrics().toArray());
        Column known = lookback.within(col(MeasuredUse.LATEST_AT), config.levelValidDays());
        return measured(facts.of(Usage.INPUT), lookback)
                .join(broadcast(limits), new String[] {MeasuredUse.PRODUCT_ID}, "left")
                .join(held, new String[] {MeasuredUse.CUSTOMER_ID, MeasuredUse.PRODUCT_ID}, "left")
                .withColumn(MeasuredUse.CAPACITY, capacity())
                .select(
                        col(MeasuredUse.CUSTOMER_ID),
                        col(MeasuredUse.PRODUCT_ID),
                        col(MeasuredUse.METRIC),
                        col(MeasuredUse.LATEST_AT),
                        col(MeasuredUse.LATEST),
                        col(MeasuredUse.USE_28D),
                        col(MeasuredUse.USE_PREVIOUS_84D),
                        col(MeasuredUse.MEASUREMENTS_PREVIOUS_84D),
                        trend(config.minMeasurements()).as(MeasuredUse.TREND),
                        col(MeasuredUse.ACTIVE_PERIODS),
                        col(MeasuredUse.CAPACITY),
                        share(when(summed, col(MeasuredUse.USE_28D)).when(known, col(MeasuredUse.LATEST)))
                                .as(MeasuredUse.UTILISATION),
                        share(when(summed, col(MeasuredUse.USE_28D)).otherwise(col(MEAN_28D)))
                                .as(MeasuredUse.UTILISATION_28D));
    }

    private static Dataset<Row> measured(Dataset<Row> usage, Lookback lookback) {
        Column at = col(Usage.USED_AT);
        Column recent = lookback.within(at, RECENT_DAYS);
        Column previous = lookback.between(at, RECENT_DAYS, RECENT_DAYS + PREVIOUS_DAYS);
        Column latest = max(struct(at, col(Usage.AMOUNT)));
        return usage.where(lookback.within(at, RECENT_DAYS + PREVIOUS_DAYS))
                .groupBy(MeasuredUse.CUSTOMER_ID, MeasuredUse.PRODUCT_ID, MeasuredUse.METRIC)
                .agg(
                        latest.getField(Usage.USED_AT).as(MeasuredUse.LATEST_AT),
                        latest.getField(Usage.AMOUNT).as(MeasuredUse.LATEST),
                        sumOf(recent).as(MeasuredUse.USE_28D),
                        sumOf(previous).as(MeasuredUse.USE_PREVIOUS_84D),
                        count_if(previous).as(MeasuredUse.MEASUREMENTS_PREVIOUS_84D),
                        avg(when(recent, col(Usage.AMOUNT))).as(MEAN_28D),
                        activePeriods(lookback).as(MeasuredUse.ACTIVE_PERIODS));
    }

    private static Column sumOf(Column window) {
        return sum(when(window, col(Usage.AMOUNT)).otherwise(lit(0).cast(Types.QUANTITY)));
    }

    private static Column activePeriods(Lookback lookback) {
        Column bits = lit(0);
        for (int period = 0; period < 4; period++) {
            Column used = lookback.between(col(Usage.USED_AT), period * RECENT_DAYS, (period + 1) * RECENT_DAYS)
                    .and(col(Usage.AMOUNT).gt(0));
            bits = bits.plus(max(when(used, lit(1 << period)).otherwise(lit(0))));
        }
        return bits;
    }

    /** The trend of what the columns of use hold, at whatever grain. */
    static Column trend(int minMeasurements) {
        Column known = col(MeasuredUse.USE_PREVIOUS_84D)
                .gt(0)
                .and(col(MeasuredUse.MEASUREMENTS_PREVIOUS_84D).geq(minMeasurements));
        Column recent = col(MeasuredUse.USE_28D).cast(Types.ESTIMATE).divide(lit((double) RECENT_DAYS));
        Column previous = col(MeasuredUse.USE_PREVIOUS_84D).cast(Types.ESTIMATE).divide(lit((double) PREVIOUS_DAYS));
        return when(known, recent.divide(previous));
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
                use.cast(Types.ESTIMATE).divide(col(MeasuredUse.CAPACITY).cast(Types.ESTIMATE)));
    }
}
