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
            Field.required(AS_OF, Types.DAY),
            Field.required(METHOD, Types.TEXT),
            Field.required(METRIC, Types.TEXT),
            Field.required(TOP, Types.WHOLE),
            Field.required(HORIZON_DAYS, Types.WHOLE),
            Field.required(CUSTOMERS, Types.COUNT),
            Field.optional(VALUE, Types.ESTIMATE),
            Field.optional(VALUE_LOW, Types.ESTIMATE),
            Field.optional(VALUE_HIGH, Types.ESTIMATE),
            Field.optional(DIFFERENCE, Types.ESTIMATE),
            Field.optional(DIFFERENCE_LOW, Types.ESTIMATE),
            Field.optional(DIFFERENCE_HIGH, Types.ESTIMATE));

    private Backtests() {}
}
