package io.osusume.tables;

import java.util.List;

/** Input {@code usage}: one measurement of one product metric of one customer. */
public final class Usage {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String METRIC = "metric";
    public static final String USED_AT = "used_at";
    public static final String AMOUNT = "amount";

    public static final Table TABLE = Table.of(
            "usage",
            "one measurement of one product metric",
            List.of(),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(PRODUCT_ID, Types.TEXT),
            Field.required(METRIC, Types.TEXT),
            Field.required(USED_AT, Types.INSTANT),
            Field.required(AMOUNT, Types.QUANTITY).notNegative());

    public static final Input INPUT = Input.timed(USED_AT, TABLE).without("utilisation and usage trends are unknown");

    private Usage() {}
}
