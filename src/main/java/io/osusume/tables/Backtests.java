package io.osusume.tables;

import java.util.List;

/**
 * Published {@code backtest}: one figure of one method as of one day of the past. Means are over the customers who had bought
 * before and newly bought something within the horizon, {@code value_low} to {@code value_high} a bootstrap interval over
 * customers; {@code difference} is the ranker's value minus this method's, on the same customers. Metrics: {@code hit_rate},
 * {@code recall}, {@code precision}, {@code ndcg}, {@code revenue} (per customer, in the currency of the orders), {@code
 * coverage} (share of the eligible products that anybody was shown); and, of the ranker over all candidates, {@code
 * calibration_ratio} Σp/Σy, {@code calibration_slope} and {@code brier_skill}. Null where it cannot be told.
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
            Field.text(METHOD, "How was ranked: ranker, ranker_guarded, popularity, item_cosine and others"),
            Field.text(METRIC, "hit_rate, recall, precision, ndcg, revenue, coverage, calibration_* or brier_skill"),
            Field.whole(TOP, "How many products of each customer's list count").in("products"),
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
