package io.osusume.tables;

import java.util.List;

/**
 * Published {@code backtest}: one figure of one method as of one day of the past. Means are over the customers who had bought
 * before and newly bought something within the horizon, {@code value_low} to {@code value_high} a bootstrap interval over
 * customers; {@code difference} is the ranker's value minus this method's, on the same customers. Metrics: {@code hit_rate},
 * {@code recall}, {@code precision}, {@code ndcg}, {@code revenue} (per customer, in the currency of the orders), {@code
 * coverage} (share of the eligible products that anybody was shown); and, of the ranker over all candidates, {@code
 * calibration_ratio} Σp/Σy, {@code calibration_slope} and {@code brier_skill}. Null where it cannot be told.
 *
 * <p>Methods {@code offers_made} (cross-sell offers to customers as the night of the day would have made them) and {@code
 * best_by_margin} (to the same customers as many products, by p_buy × margin, under the same rules of sale, of any category) count over offers
 * instead: {@code offers} how many, {@code bought_share} of them bought within the horizon, {@code margin_per_offer} what was
 * bought brought, {@code bought_to_best} and {@code margin_to_best} those of the first as multiples of the second, and {@code
 * calibration_ratio} Σp_buy ÷ bought, over the offers whose p_buy is known. The same with {@code _all_days} takes all days
 * together, under the last of them.
 */
public final class Backtests {
    public static final String AS_OF = "as_of";
    public static final String METHOD = "method";
    public static final String METRIC = "metric";
    public static final String TOP = "top";
    public static final String HORIZON_DAYS = "horizon_days";
    public static final String CUSTOMERS = "customers";
    public static final String VALUE = "value";
    public static final String VALUE_LOW = "value_low";
    public static final String VALUE_HIGH = "value_high";
    public static final String DIFFERENCE = "difference";
    public static final String DIFFERENCE_LOW = "difference_low";
    public static final String DIFFERENCE_HIGH = "difference_high";

    public static final Table TABLE = Table.of(
            "backtest",
            "one metric of one method as of one day",
            List.of(AS_OF, METHOD, METRIC),
            Field.day(AS_OF, "The day of the past as of which was ranked"),
            Field.text(
                    METHOD,
                    "How was ranked: ranker, popularity, item_cosine and others, or offers_made and best_by_margin"),
            Field.text(
                    METRIC,
                    "hit_rate, recall, ndcg, revenue, coverage and others; of offers bought_share, margin_per_offer"),
            Field.whole(TOP, "How many products of each customer's list count; of offers made, as many as were made")
                    .in("products"),
            Field.whole(HORIZON_DAYS, "How long after as_of purchases count").in("days"),
            Field.count(CUSTOMERS, "Customers over whom the value is a mean").in("customers"),
            Field.estimate(VALUE, "The metric; of revenue in the currency of the orders per customer")
                    .orNull("it cannot be told"),
            Field.estimate(VALUE_LOW, "Lower end of its bootstrap interval over customers")
                    .orNull("it has none"),
            Field.estimate(VALUE_HIGH, "Upper end of it").orNull("it has none"),
            Field.estimate(DIFFERENCE, "The ranker's value minus this method's, on the same customers")
                    .orNull("not compared, as of the ranker itself"),
            Field.estimate(DIFFERENCE_LOW, "Lower end of its bootstrap interval over customers")
                    .orNull("not compared"),
            Field.estimate(DIFFERENCE_HIGH, "Upper end of it").orNull("not compared"));

    private Backtests() {}
}
