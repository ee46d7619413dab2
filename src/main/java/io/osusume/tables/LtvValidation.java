package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ltv_validation}: how well one model forecast the orders of the days held out, over one group of
 * customers: {@code total} (bucket 0), {@code past_orders} (bucket 1 to 8, 8 = 8 or more) or {@code decile} of the forecast
 * (bucket 1 lowest to 10). {@code ratio} is forecast ÷ actual, {@code bias} forecast − actual per customer, {@code mae} the
 * mean absolute error per customer; the naive forecast goes on at the rate of repeat orders since the first order, the
 * historic one at the orders of a year. Forecasts are null where the model could not be fitted.
 */
public final class LtvValidation {
    public static final String MODEL = "model";
    public static final String GROUPING = "grouping";
    public static final String BUCKET = "bucket";
    public static final String CUSTOMERS = "customers";
    public static final String FORECAST_ORDERS = "forecast_orders";
    public static final String ACTUAL_ORDERS = "actual_orders";
    public static final String RATIO = "ratio";
    public static final String BIAS = "bias";
    public static final String MAE = "mae";
    public static final String MAE_NAIVE = "mae_naive";
    public static final String MAE_HISTORIC = "mae_historic";
    public static final String HOLDOUT_DAYS = "holdout_days";

    /** Values of {@link #GROUPING}. */
    public static final String TOTAL = "total";

    public static final String PAST_ORDERS = "past_orders";
    public static final String DECILE = "decile";

    public static final Table TABLE = Table.of(
            "ltv_validation",
            "one group of customers under one model",
            List.of(MODEL, GROUPING, BUCKET),
            Field.text(MODEL, "The model: bg_nbd, mbg_nbd, nbd or pareto_nbd"),
            Field.text(GROUPING, "What the customers are grouped by: total, past_orders or decile of the forecast"),
            Field.whole(BUCKET, "The group: 0 of total, 1 to 8 (or more) past orders, decile 1 (lowest) to 10"),
            Field.count(CUSTOMERS, "Customers of the group").in("customers"),
            Field.estimate(FORECAST_ORDERS, "Orders that the model forecast for the days held out")
                    .in("orders")
                    .orNull("the model could not be fitted"),
            Field.count(ACTUAL_ORDERS, "Orders that came").in("orders"),
            Field.estimate(RATIO, "forecast_orders / actual_orders").orNull("no forecast, or no order came"),
            Field.estimate(BIAS, "(forecast_orders − actual_orders) / customers")
                    .in("orders")
                    .orNull("no forecast"),
            Field.estimate(MAE, "Mean absolute error of the forecast, per customer")
                    .in("orders")
                    .orNull("no forecast"),
            Field.estimate(MAE_NAIVE, "The same of going on at the rate of repeat orders since the first")
                    .in("orders"),
            Field.estimate(MAE_HISTORIC, "The same of going on at the orders of a year")
                    .in("orders"),
            Field.whole(HOLDOUT_DAYS, "How many days were held out").in("days"));

    private LtvValidation() {}
}
