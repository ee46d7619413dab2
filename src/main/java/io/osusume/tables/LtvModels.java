package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ltv_models}: one model of buying at will that was fitted or tried tonight, or that stood in. With {@code
 * ltv.model = auto} the purchase models are held against the last window of {@code holdout_days}: each row says how far the
 * forecast was off, over one in five customers whom neither fit nor choice had seen, beside going on at the rate of repeat
 * orders so far. Parameters are of the fit to all orders where the model is used, else of the one until that window. {@code
 * gamma_gamma} and {@code first_order} are the models of order value. Where customers are told apart by their first order ({@code
 * ltv.groups}), each group has a row of the same model.
 */
public final class LtvModels {
    public static final String MODEL = "model";
    public static final String GROUP = "group";
    public static final String CURRENCY = "currency";
    public static final String CHOSEN = "chosen";
    public static final String REASON = "reason";
    public static final String CUSTOMERS = "customers";
    public static final String PARAMETERS = "parameters";
    public static final String STANDARD_ERRORS = "standard_errors";
    public static final String LOG_LIKELIHOOD = "log_likelihood";
    public static final String VALUE_CORRELATION = "value_correlation";
    public static final String HOLDOUT_DAYS = "holdout_days";
    public static final String HOLDOUT_CUSTOMERS = "holdout_customers";
    public static final String HOLDOUT_LOG_LIKELIHOOD = "holdout_log_likelihood";
    public static final String HOLDOUT_ERROR = "holdout_error";
    public static final String HOLDOUT_ERROR_NAIVE = "holdout_error_naive";
    public static final String FORECAST_RATIO = "forecast_ratio";
    public static final String WARNING = "warning";

    public static final Table TABLE = Table.of(
            "ltv_models",
            "one model of buying at will, fitted, tried or standing in",
            List.of(MODEL, GROUP),
            Field.text(MODEL, "mbg_nbd, bg_nbd, nbd, pareto_nbd, shrunk_naive, segment, gamma_gamma or first_order"),
            Field.text(
                    GROUP,
                    "Of whom: all, or by their first order, as channel=web; all beside such rows: who is of none"),
            Field.text(CURRENCY, "The currency of order values"),
            Field.flag(CHOSEN, "Whether tonight's values come from it"),
            Field.text(REASON, "Why it was chosen, or not"),
            Field.count(CUSTOMERS, "Customers with an order; of models of order value, those who came back")
                    .in("customers"),
            Field.text(PARAMETERS, "Names and values, with commas between; times in days")
                    .orNull("not fitted"),
            Field.text(STANDARD_ERRORS, "The same of their standard errors").orNull("not fitted, or not known"),
            Field.estimate(
                            LOG_LIKELIHOOD,
                            "ln L of what it was fitted to: all where chosen, else fewer; compare holdout_log_likelihood")
                    .orNull("not fitted"),
            Field.estimate(VALUE_CORRELATION, "Rank correlation of how often and for how much who came back bought")
                    .orNull("nobody came back"),
            Field.whole(HOLDOUT_DAYS, "How long the last window was").in("days").orNull("not tried"),
            Field.count(HOLDOUT_CUSTOMERS, "Customers forecast who were held out")
                    .in("customers")
                    .orNull("not tried"),
            Field.estimate(HOLDOUT_LOG_LIKELIHOOD, "ln L of the window before the last, given all until then")
                    .orNull("not tried"),
            Field.estimate(HOLDOUT_ERROR, "Mean absolute error of the forecast of the last window")
                    .in("orders a customer")
                    .orNull("not tried"),
            Field.estimate(HOLDOUT_ERROR_NAIVE, "The same of going on at the rate of repeat orders so far")
                    .in("orders a customer")
                    .orNull("not tried"),
            Field.estimate(FORECAST_RATIO, "Orders forecast ÷ orders that came in the last window")
                    .orNull("not tried, or none came"),
            Field.text(WARNING, "What to beware of").orNull("nothing"));

    private LtvModels() {}
}
