package io.osusume.segments;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.SegmentsConfig;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pace in [0, 1]: how often we are in touch and how the customer reacts, √(touch · response rate), touch = n/(n + half) with
 * n contacts in 90 days: low when either is. Where no contacts are known, signs of life stand in: 2^(−d / half-life), d
 * days since the last order, use or event, and 0 when there never was one.
 */
final class PaceScore {
    private final SegmentsConfig.Pace config;

    PaceScore(SegmentsConfig.Pace config) {
        this.config = config;
    }

    /** Adds the score and its ingredients. */
    Dataset<Row> add(Dataset<Row> features) {
        Column touch = Saturation.rising(col(Features.CONTACTS_90D), config.halfContacts());
        Column reaction = coalesce(col(Features.RESPONSE_RATE), lit(0.0));
        Column life = pow(lit(2.0), col(Features.DAYS_SINCE_SEEN).cast("double").divide(lit(-config.halfLifeDays())));
        return features.withColumn(LwpSegments.PACE_TOUCH, touch)
                .withColumn(
                        LwpSegments.PACE_SCORE,
                        when(touch.isNotNull(), sqrt(touch.multiply(reaction))).otherwise(coalesce(life, lit(0.0))));
    }
}
