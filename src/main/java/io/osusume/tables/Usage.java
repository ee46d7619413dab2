package io.osusume.tables;

import java.util.List;

/** Input {@code usage}: one measurement of one product metric of one customer. */
public final class Usage {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String METRIC = "metric";
    public static final String USED_AT = "used_at";
    public static final String AMOUNT = "amount";
    public static final String SUBSCRIPTION_ID = Subscriptions.SUBSCRIPTION_ID;

    public static final Table TABLE = Table.of(
            "usage",
            "one measurement of one product metric",
            List.of(),
            Field.text(CUSTOMER_ID, "Who used it").orNull("looked up by subscription_id"),
            Field.text(PRODUCT_ID, "What was used")
                    .orNull("looked up by subscription_id, or by the customer's contract that ran then"),
            Field.text(METRIC, "What was measured: seats, logins, spend, or a word of your own"),
            Field.instant(USED_AT, "When"),
            Field.quantity(AMOUNT, "How much: of a level its value, of features.summed_metrics what is added")
                    .notNegative(),
            Field.text(SUBSCRIPTION_ID, "Under which contract").orNull("the customer names it"));

    public static final Input INPUT = Input.timed(USED_AT, TABLE)
            .identifiedBy(List.of(List.of(CUSTOMER_ID), List.of(SUBSCRIPTION_ID)))
            .without("utilisation and usage trends are unknown");

    private Usage() {}
}
