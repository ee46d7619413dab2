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
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String METRIC = "metric";
    public static final String LATEST_AT = "latest_at";
    /** The latest value; the highest where there are several at the same time. */
    public static final String LATEST = "latest";

    public static final String USE_28D = "use_28d";
    public static final String USE_PREVIOUS_84D = "use_previous_84d";
    public static final String MEASUREMENTS_PREVIOUS_84D = "measurements_previous_84d";
    /** Null when nothing, or too rarely, was measured in the 84 days before. */
    public static final String TREND = "trend";
    /** Of the four 28-day periods, a bit each for those with use: 1 for the last one, 8 for the first. */
    public static final String ACTIVE_PERIODS = "active_periods";
    /** Null when the product includes no units, or is not measured by this metric. */
    public static final String CAPACITY = "capacity";

    public static final String UTILISATION = "utilisation";
    /** As {@link #UTILISATION}, from the mean value of a level in 28 days. */
    public static final String UTILISATION_28D = "utilisation_28d";

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
                Holdings.CUSTOMER_ID, Holdings.PRODUCT_ID, Holdings.CONTRACT_QUANTITY, Holdings.NET_QUANTITY);
        Column summed = col(METRIC).isin(config.summedMetrics().toArray());
        Column known = lookback.within(col(LATEST_AT), config.levelValidDays());
        return measured(facts.of(Usage.INPUT), lookback)
                .join(broadcast(limits), new String[] {PRODUCT_ID}, "left")
                .join(held, new String[] {CUSTOMER_ID, PRODUCT_ID}, "left")
                .withColumn(CAPACITY, capacity())
                .select(
                        col(CUSTOMER_ID),
                        col(PRODUCT_ID),
                        col(METRIC),
                        col(LATEST_AT),
                        col(LATEST),
                        col(USE_28D),
                        col(USE_PREVIOUS_84D),
                        col(MEASUREMENTS_PREVIOUS_84D),
                        trend(config.minMeasurements()).as(TREND),
                        col(ACTIVE_PERIODS),
                        col(CAPACITY),
                        share(when(summed, col(USE_28D)).when(known, col(LATEST)))
                                .as(UTILISATION),
                        share(when(summed, col(USE_28D)).otherwise(col(MEAN_28D)))
                                .as(UTILISATION_28D));
    }

    private static Dataset<Row> measured(Dataset<Row> usage, Lookback lookback) {
        Column at = col(Usage.USED_AT);
        Column recent = lookback.within(at, RECENT_DAYS);
        Column previous = lookback.between(at, RECENT_DAYS, RECENT_DAYS + PREVIOUS_DAYS);
        Column latest = max(struct(at, col(Usage.AMOUNT)));
        return usage.where(lookback.within(at, RECENT_DAYS + PREVIOUS_DAYS))
                .groupBy(CUSTOMER_ID, PRODUCT_ID, METRIC)
                .agg(
                        latest.getField(Usage.USED_AT).as(LATEST_AT),
                        latest.getField(Usage.AMOUNT).as(LATEST),
                        sumOf(recent).as(USE_28D),
                        sumOf(previous).as(USE_PREVIOUS_84D),
                        count_if(previous).as(MEASUREMENTS_PREVIOUS_84D),
                        avg(when(recent, col(Usage.AMOUNT))).as(MEAN_28D),
                        activePeriods(lookback).as(ACTIVE_PERIODS));
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
        Column known =
                col(USE_PREVIOUS_84D).gt(0).and(col(MEASUREMENTS_PREVIOUS_84D).geq(minMeasurements));
        Column recent = col(USE_28D).cast(Types.ESTIMATE).divide(lit((double) RECENT_DAYS));
        Column previous = col(USE_PREVIOUS_84D).cast(Types.ESTIMATE).divide(lit((double) PREVIOUS_DAYS));
        return when(known, recent.divide(previous));
    }

    private static Column capacity() {
        Column quantity = greatest(
                lit(1).cast(Types.QUANTITY), coalesce(col(Holdings.CONTRACT_QUANTITY), col(Holdings.NET_QUANTITY)));
        return when(
                col(METRIC).equalTo(col(Products.USAGE_METRIC)),
                col(Products.INCLUDED_UNITS).multiply(quantity));
    }

    private static Column share(Column use) {
        return when(
                col(CAPACITY).gt(0),
                use.cast(Types.ESTIMATE).divide(col(CAPACITY).cast(Types.ESTIMATE)));
    }
}
