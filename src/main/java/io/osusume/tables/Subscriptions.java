package io.osusume.tables;

import java.util.List;

/** Input {@code subscriptions}: one contract. */
public final class Subscriptions {
    public static final String SUBSCRIPTION_ID = "subscription_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String STARTED_AT = "started_at";
    public static final String RENEWS_AT = "renews_at";
    public static final String ENDED_AT = "ended_at";
    public static final String CANCEL_REQUESTED_AT = "cancel_requested_at";
    public static final String QUANTITY = "quantity";
    public static final String PRICE = "price";

    public static final Table TABLE = Table.of(
            "subscriptions",
            "one contract",
            List.of(SUBSCRIPTION_ID),
            Field.required(SUBSCRIPTION_ID, Types.TEXT),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(PRODUCT_ID, Types.TEXT),
            Field.required(STARTED_AT, Types.INSTANT),
            Field.optional(RENEWS_AT, Types.INSTANT),
            Field.optional(ENDED_AT, Types.INSTANT).knownOnlyThen(),
            Field.optional(CANCEL_REQUESTED_AT, Types.INSTANT).knownOnlyThen(),
            Field.optional(QUANTITY, Types.QUANTITY).notNegative(),
            Field.optional(PRICE, Types.MONEY).notNegative());

    public static final Input INPUT =
            Input.timed(STARTED_AT, TABLE).without("what is under contract is known from orders alone");

    private Subscriptions() {}
}
