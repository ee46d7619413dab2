package io.osusume.offers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.config.OffersConfig;
import io.osusume.tables.Offers;
import io.osusume.tables.Products;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a candidate is worth.
 *
 * <p>Acceptance: logit(p) = logit(prior of the type) + w · ln(evidence). Expected value = uplift · (margin + ΔLTV) − contact
 * cost − (1 − p) · fatigue cost, with uplift = p while no control group has measured it. Margin is the one-off contribution
 * of the sale; what is billed by month or year counts as ΔLTV over the horizon instead, and a change of plan counts its
 * difference, so that nothing counts twice.
 */
final class Worth {
    private static final double DAYS_PER_YEAR = 365;

    private final OffersConfig offers;
    private final LtvConfig ltv;

    Worth(OffersConfig offers, LtvConfig ltv) {
        this.offers = offers;
        this.ltv = ltv;
    }

    /** Adds product name, price, margin, ΔLTV, acceptance and expected value; drops candidates without a price. */
    Dataset<Row> value(Dataset<Row> candidates, Dataset<Row> priced) {
        Dataset<Row> target = priced.select(
                col(Products.PRODUCT_ID),
                col(Products.NAME).as(Offers.PRODUCT_NAME),
                col(Products.FAMILY),
                col(Pricing.PRICE),
                col(Pricing.MARGIN),
                col(Pricing.MARGIN_PER_YEAR));
        Dataset<Row> anchor = priced.select(
                col(Products.PRODUCT_ID).as(Candidates.ANCHOR_PRODUCT_ID),
                col(Products.NAME).as("anchor_name"),
                col(Pricing.MARGIN_PER_YEAR).as("anchor_per_year"));
        Column recurring = col(Pricing.MARGIN_PER_YEAR)
                .notEqual(0)
                .or(isUpsell().and(col("anchor_per_year").notEqual(0)));
        Column before =
                when(isUpsell(), coalesce(col("anchor_per_year"), lit(0))).otherwise(lit(0));
        return candidates
                .join(broadcast(target), Products.PRODUCT_ID)
                .join(broadcast(anchor), new String[] {Candidates.ANCHOR_PRODUCT_ID}, "left")
                .where(col(Pricing.PRICE).isNotNull())
                .withColumn(
                        Offers.DELTA_LTV,
                        when(
                                        recurring,
                                        col(Pricing.MARGIN_PER_YEAR)
                                                .minus(before)
                                                .multiply(col(Candidates.UNITS))
                                                .multiply(ltv.horizonDays() / DAYS_PER_YEAR))
                                .otherwise(lit(0))
                                .cast(Types.MONEY))
                .withColumn(
                        Offers.UNIT_MARGIN,
                        when(recurring, lit(0)).otherwise(col(Pricing.MARGIN)).cast(Types.MONEY))
                .withColumn(Offers.P_ACCEPT, Rounding.significant(acceptance()))
                .withColumn(Offers.UPLIFT, col(Offers.P_ACCEPT))
                .withColumn(Offers.EXPECTED_VALUE, Rounding.significant(expectedValue()));
    }

    private Column acceptance() {
        Column prior = when(isUpsell(), lit(logit(offers.acceptance().upsell())))
                .otherwise(lit(logit(offers.acceptance().crossSell())));
        Column logOdds = prior.plus(ln(col(Candidates.EVIDENCE)).multiply(offers.evidenceWeight()));
        return lit(1.0).divide(exp(logOdds.multiply(-1)).plus(1));
    }

    private Column expectedValue() {
        Column gain = col(Offers.UNIT_MARGIN).plus(col(Offers.DELTA_LTV)).cast(Types.ESTIMATE);
        return col(Offers.UPLIFT)
                .multiply(gain)
                .minus(offers.contactCost())
                .minus(lit(1.0).minus(col(Offers.P_ACCEPT)).multiply(offers.fatigueCost()));
    }

    private static Column isUpsell() {
        return col(Candidates.OFFER_TYPE).equalTo(Offers.UPSELL);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
