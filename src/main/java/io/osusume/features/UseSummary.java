package io.osusume.features;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;

import io.osusume.tables.Usage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each customer uses what it has. Grain: one customer with use in the last 112 days.
 *
 * <p>Utilisation is the highest of the customer's products. The trend is taken per metric over all products together, so
 * that a change of plan is none; over metrics it is the median.
 */
final class UseSummary {
    private UseSummary() {}

    static Dataset<Row> of(Dataset<Row> use, int minMeasurements) {
        return use.groupBy(ProductUse.CUSTOMER_ID, ProductUse.METRIC)
                .agg(
                        sum(ProductUse.USE_28D).as(ProductUse.USE_28D),
                        sum(ProductUse.USE_PREVIOUS_84D).as(ProductUse.USE_PREVIOUS_84D),
                        sum(ProductUse.MEASUREMENTS_PREVIOUS_84D).as(ProductUse.MEASUREMENTS_PREVIOUS_84D),
                        max(ProductUse.UTILISATION).as(ProductUse.UTILISATION),
                        bit_or(col(ProductUse.ACTIVE_PERIODS)).as(ProductUse.ACTIVE_PERIODS))
                .withColumn(ProductUse.TREND, ProductUse.trend(minMeasurements))
                .groupBy(ProductUse.CUSTOMER_ID)
                .agg(
                        max(ProductUse.UTILISATION).as(CustomerFeatures.UTILISATION),
                        percentile(col(ProductUse.TREND), lit(0.5)).as(CustomerFeatures.USAGE_TREND),
                        bit_count(bit_or(col(ProductUse.ACTIVE_PERIODS))).as(CustomerFeatures.ACTIVE_PERIODS));
    }

    /** When each customer was first and last measured. Grain: one customer of {@code usage}. */
    static Dataset<Row> span(Dataset<Row> usage) {
        return usage.groupBy(Usage.CUSTOMER_ID)
                .agg(
                        min(Usage.USED_AT).as(CustomerFeatures.FIRST_USED_AT),
                        max(Usage.USED_AT).as(CustomerFeatures.LAST_USED_AT));
    }
}
