package io.osusume.segments;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;

import io.osusume.config.SegmentsConfig;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * LWP analysis (List, What, Pace) of all customers. Grain: one customer of {@code features}, none missing.
 *
 * <p>What score, pace score and room are in [0, 1], rounded to four decimals before they are cut, so that the levels follow
 * from the published figures. Results are net revenue to date; at a quantile they are cut on log10(1 + revenue) rounded to
 * four decimals, which tells amounts 0.03 % apart.
 */
public final class LwpAnalysis {
    private static final String RESULTS_SCALE = "_results_scale";
    private static final int DECIMALS = 4;

    private final SegmentsConfig config;

    public LwpAnalysis(SegmentsConfig config) {
        this.config = config;
    }

    /**
     * Puts every customer into a segment. Reads {@code features} and {@code holdings} more than once: both should have
     * been written out, or cached, before.
     *
     * @param features {@code features.CustomerFeatures}
     * @param holdings {@code features.Holdings}
     * @param rules the table {@code rules}; may be empty
     * @param products the input {@code products}
     * @return the columns of {@link LwpSegments}
     */
    public Dataset<Row> assign(
            Dataset<Row> features, Dataset<Row> holdings, Dataset<Row> rules, Dataset<Row> products) {
        Dataset<Row> withRoom = RoomToGrow.add(features, holdings, rules, products);
        Dataset<Row> paced = new PaceScore(config.pace()).add(new WhatScore(config.what()).add(withRoom));
        Dataset<Row> scored = rounded(paced)
                .withColumn(LwpSegments.LOYALTY_SCORE, new Loyalty(config.loyalty()).score())
                .withColumn(LwpSegments.RESULTS, col(Features.NET_REVENUE).cast(Types.ESTIMATE))
                .withColumn(RESULTS_SCALE, resultsScale());
        Dataset<Row> levelled = new Levels(scales())
                .add(scored)
                .withColumn(LwpSegments.PRIORITY, SegmentRules.priority())
                .withColumn(LwpSegments.SEGMENT, new SegmentRules(config).segment())
                .withColumn(LwpSegments.RESULTS_CUT, resultsCut());
        return levelled.select(contract());
    }

    private static Dataset<Row> rounded(Dataset<Row> scored) {
        Dataset<Row> result = scored;
        for (String score : List.of(LwpSegments.WHAT_SCORE, LwpSegments.PACE_SCORE, LwpSegments.ROOM_TO_GROW)) {
            result = result.withColumn(score, round(col(score), DECIMALS));
        }
        return result;
    }

    private List<Levels.Scale> scales() {
        return List.of(
                new Levels.Scale(
                        col(LwpSegments.WHAT_SCORE), config.whatHigh(), LwpSegments.WHAT_LEVEL, LwpSegments.WHAT_CUT),
                new Levels.Scale(
                        col(LwpSegments.PACE_SCORE), config.paceHigh(), LwpSegments.PACE_LEVEL, LwpSegments.PACE_CUT),
                new Levels.Scale(
                        col(RESULTS_SCALE), config.resultsHigh(), LwpSegments.RESULTS_LEVEL, LwpSegments.RESULTS_CUT),
                new Levels.Scale(
                        col(LwpSegments.ROOM_TO_GROW),
                        config.roomHigh(),
                        LwpSegments.ROOM_LEVEL,
                        LwpSegments.ROOM_CUT));
    }

    private Column resultsScale() {
        Column results = col(LwpSegments.RESULTS);
        return config.resultsHigh().absolute().isPresent() ? results : round(log10(results.plus(1)), DECIMALS);
    }

    private Column resultsCut() {
        Column cut = col(LwpSegments.RESULTS_CUT);
        return config.resultsHigh().absolute().isPresent()
                ? cut
                : pow(lit(10.0), cut).minus(1);
    }

    private static Column[] contract() {
        return LwpSegments.TABLE.columns().stream()
                .map(c -> (c.type().equals(Types.ESTIMATE) ? Rounding.significant(col(c.name())) : col(c.name()))
                        .as(c.name()))
                .toArray(Column[]::new);
    }
}
