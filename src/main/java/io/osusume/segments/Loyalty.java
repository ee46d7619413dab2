package io.osusume.segments;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LoyaltyConfig;
import io.osusume.tables.Features;
import org.apache.spark.sql.Column;

/**
 * Loyalty in [0, 1]: the weighted mean of what is known of
 *
 * <ul>
 *   <li>tenure d/(d + half), d days as a customer
 *   <li>frequency n/(n + half), n orders in 365 days
 *   <li>NPS answer/10
 *   <li>few tickets half/(k + half), k problem tickets in 365 days
 *   <li>sustained use: periods with use/4, of the last four of 28 days
 * </ul>
 *
 * <p>It rises with each ingredient and falls with tickets, as long as the same ingredients are known.
 */
final class Loyalty {
    private final LoyaltyConfig config;

    Loyalty(LoyaltyConfig config) {
        this.config = config;
    }

    /** The score, of a row of features. */
    Column score() {
        LoyaltyConfig.Weights weights = config.weights();
        Column tenure = greatest(col(Features.TENURE_DAYS), lit(0));
        return new WeightedMean()
                .with(
                        when(col(Features.TENURE_DAYS).isNotNull(), Saturation.rising(tenure, config.halfTenureDays())),
                        weights.tenure())
                .with(Saturation.rising(col(Features.ORDERS_365D), config.halfOrders()), weights.frequency())
                .with(nps(), weights.nps())
                .with(Saturation.falling(col(Features.TICKETS_365D), config.halfTickets()), weights.fewTickets())
                .with(col(Features.ACTIVE_PERIODS).divide(4.0), weights.sustainedUse())
                .value();
    }

    /** Answers are 0 to 10; others count as the nearest of these. */
    private static Column nps() {
        Column answer = col(Features.NPS);
        return when(answer.isNotNull(), least(greatest(answer, lit(0)), lit(10)).divide(10.0));
    }
}
