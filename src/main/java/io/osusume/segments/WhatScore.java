package io.osusume.segments;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.SegmentsConfig;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What: potential in [0, 1]. The weighted mean of what is known of recent purchases, utilisation, usage trend, interest and
 * needs, times 1 − problems, where problems = penalty · t/(t + 1) with t open problem tickets.
 */
final class WhatScore {
    private final SegmentsConfig.What config;

    WhatScore(SegmentsConfig.What config) {
        this.config = config;
    }

    /** Adds the score and its ingredients. */
    Dataset<Row> add(Dataset<Row> features) {
        Column problems = Saturation.rising(col(Features.OPEN_ISSUES), 1).multiply(config.problemPenalty());
        SegmentsConfig.WhatWeights weights = config.weights();
        Column mean = new WeightedMean()
                .with(col(LwpSegments.WHAT_PURCHASES), weights.purchases())
                .with(col(LwpSegments.WHAT_UTILISATION), weights.utilisation())
                .with(col(LwpSegments.WHAT_TREND), weights.trend())
                .with(col(LwpSegments.WHAT_INTEREST), weights.interest())
                .with(col(LwpSegments.WHAT_NEEDS), weights.needs())
                .value();
        return features.withColumns(Map.of(
                        LwpSegments.WHAT_PURCHASES,
                        Saturation.rising(col(Features.ORDERS_90D), config.halfOrders()),
                        LwpSegments.WHAT_UTILISATION,
                        atMostOne(col(Features.UTILISATION)),
                        LwpSegments.WHAT_TREND,
                        atMostOne(col(Features.USAGE_TREND).divide(2.0)),
                        LwpSegments.WHAT_INTEREST,
                        Saturation.rising(col(Features.INTEREST), config.halfInterest()),
                        LwpSegments.WHAT_NEEDS,
                        Saturation.rising(col(Features.NEEDS_28D), config.halfNeeds()),
                        LwpSegments.WHAT_PROBLEMS,
                        problems))
                .withColumn(
                        LwpSegments.WHAT_SCORE,
                        mean.multiply(lit(1.0).minus(coalesce(col(LwpSegments.WHAT_PROBLEMS), lit(0.0)))));
    }

    /** Unlike {@code least}, keeps null. */
    private static Column atMostOne(Column x) {
        return when(x.isNotNull(), least(x, lit(1.0)));
    }
}
