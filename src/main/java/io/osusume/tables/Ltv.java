package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ltv}: the lifetime value of one customer with at least one order or contract. Amounts are margin within
 * {@code horizon_days}, discounted, except {@code mean_value}, which is the expected value of one order. {@code orders}
 * counts days with a paid purchase at will, {@code recency_days} runs from the last of them to as-of, {@code age_days} from
 * the first one (or the first contract) to as-of; t_x of the literature is age − recency. {@code p_alive} is null where no
 * model tells. {@code model} names the steps taken: {@code mbg_nbd+gamma_gamma} (or {@code bg_nbd}, {@code pareto_nbd},
 * {@code nbd}), {@code mbg_nbd+mean_value}, {@code shrunk_naive}, {@code segment}, {@code historic} for buying at will;
 * {@code sbg}, {@code plan_rate}, {@code sbg_all_plans}, {@code retention_rate}, {@code assumed_retention} for contracts,
 * both joined by +; {@code no_paid_orders} and {@code ended_contract} where there is nothing to expect.
 */
public final class Ltv {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String MODEL = "model";
    public static final String ORDERS = "orders";
    public static final String RECENCY_DAYS = "recency_days";
    public static final String AGE_DAYS = "age_days";
    public static final String MEAN_VALUE = "mean_value";
    public static final String P_ALIVE = "p_alive";
    public static final String EXPECTED_ORDERS = "expected_orders";
    public static final String LTV = "ltv";
    public static final String LTV_LOW = "ltv_low";
    public static final String LTV_HIGH = "ltv_high";
    public static final String LTV_AT_WILL = "ltv_at_will";
    public static final String LTV_CONTRACT = "ltv_contract";
    public static final String HISTORIC_LTV = "historic_ltv";
    public static final String HORIZON_DAYS = "horizon_days";
    public static final String CURRENCY = "currency";

    public static final Table TABLE = Table.of(
            "ltv",
            "one customer with at least one order or contract",
            List.of(CUSTOMER_ID),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(MODEL, "Steps taken: those of buying at will, then those of contracts, joined by +"),
            Field.count(ORDERS, "Days with a paid purchase at will").in("days"),
            Field.estimate(RECENCY_DAYS, "From the last of them to as-of")
                    .in("days")
                    .orNull("no paid purchase at will"),
            Field.estimate(AGE_DAYS, "From the first of them, or the first contract, to as-of")
                    .in("days"),
            Field.money(MEAN_VALUE, "Expected value of one order, price and not margin; 0 without any at will"),
            Field.estimate(P_ALIVE, "Probability that the customer still buys at will")
                    .orNull("no model tells"),
            Field.estimate(EXPECTED_ORDERS, "Orders at will to expect within the horizon; 0 where no model tells")
                    .in("orders")
                    .orNull("not told"),
            Field.money(LTV, "Margin to expect within the horizon, discounted: ltv_at_will + ltv_contract"),
            Field.money(LTV_LOW, "Lower end of the interval of this expected value")
                    .orNull("not told"),
            Field.money(LTV_HIGH, "Upper end of it").orNull("not told"),
            Field.money(LTV_AT_WILL, "Of it, from buying at will"),
            Field.money(LTV_CONTRACT, "Of it, from contracts; 0 without one").orNull("not told"),
            Field.money(HISTORIC_LTV, "Plain formula: average order value × orders a year × lifetime × margin"),
            Field.whole(HORIZON_DAYS, "How far ahead ltv looks").in("days"),
            Field.text(CURRENCY, "The currency of all amounts of the row"));

    private Ltv() {}
}
