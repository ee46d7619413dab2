package io.osusume.features;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;

import io.osusume.tables.Features;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Usage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How each customer uses what it has. Grain: one customer with use in the last 112 days.
 *
 * <p>Utilisation is the highest of the customer's products. The trend is that of a metric over all products together, so
 * that a change of plan is none; over metrics it is the median.
 */
final class UseSummary {
    private UseSummary() {}

    static Dataset<Row> of(Dataset<Row> use) {
        return use.groupBy(MeasuredUse.CUSTOMER_ID, MeasuredUse.METRIC)
                .agg(
                        max(MeasuredUse.UTILISATION).as(MeasuredUse.UTILISATION),
                        max(MeasuredUse.METRIC_TREND).as(MeasuredUse.METRIC_TREND),
                        bit_or(col(MeasuredUse.ACTIVE_PERIODS)).as(MeasuredUse.ACTIVE_PERIODS))
                .groupBy(MeasuredUse.CUSTOMER_ID)
                .agg(
                        max(MeasuredUse.UTILISATION).as(Features.UTILISATION),
                        percentile(col(MeasuredUse.METRIC_TREND), lit(0.5)).as(Features.USAGE_TREND),
                        bit_count(bit_or(col(MeasuredUse.ACTIVE_PERIODS))).as(Features.ACTIVE_PERIODS));
    }

    /** When each customer was first and last measured. Grain: one customer of {@code usage}. */
    static Dataset<Row> span(Dataset<Row> usage) {
        return usage.groupBy(Usage.CUSTOMER_ID)
                .agg(
                        min(Usage.USED_AT).as(CustomerFeatures.FIRST_USED_AT),
                        max(Usage.USED_AT).as(Features.LAST_USED_AT));
    }
}
