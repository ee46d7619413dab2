package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ltv}: the lifetime value of one customer with at least one order or contract. Amounts are margin within
 * {@code horizon_days}, discounted, except {@code mean_value}, which is the expected value of one order. {@code orders}
 * counts days with a paid purchase at will, {@code recency_days} runs from the last of them to as-of, {@code age_days} from
 * the first one (or the first contract) to as-of; t_x of the literature is age − recency. {@code p_alive} is null where no
 * model tells. {@code model} names the steps taken: {@code mbg_nbd+gamma_gamma} (or {@code bg_nbd}, {@code pareto_nbd}),
 * {@code mbg_nbd+mean_value}, {@code segment}, {@code historic} for buying at will; {@code sbg}, {@code sbg_all_plans},
 * {@code retention_rate}, {@code assumed_retention} for contracts, both joined by +; {@code no_paid_orders} and
 * {@code ended_contract} where there is nothing to expect.
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
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(MODEL, Types.TEXT),
            Field.required(ORDERS, Types.COUNT),
            Field.optional(RECENCY_DAYS, Types.ESTIMATE),
            Field.required(AGE_DAYS, Types.ESTIMATE),
            Field.required(MEAN_VALUE, Types.MONEY),
            Field.optional(P_ALIVE, Types.ESTIMATE),
            Field.optional(EXPECTED_ORDERS, Types.ESTIMATE),
            Field.required(LTV, Types.MONEY),
            Field.optional(LTV_LOW, Types.MONEY),
            Field.optional(LTV_HIGH, Types.MONEY),
            Field.required(LTV_AT_WILL, Types.MONEY),
            Field.optional(LTV_CONTRACT, Types.MONEY),
            Field.required(HISTORIC_LTV, Types.MONEY),
            Field.required(HORIZON_DAYS, Types.WHOLE),
            Field.required(CURRENCY, Types.TEXT));

    private Ltv() {}
}
