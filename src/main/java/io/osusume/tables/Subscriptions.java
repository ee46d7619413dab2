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
            Field.text(SUBSCRIPTION_ID, "Names the contract"),
            Field.text(CUSTOMER_ID, "Whose it is"),
            Field.text(PRODUCT_ID, "The plan"),
            Field.instant(STARTED_AT, "When it began"),
            Field.instant(RENEWS_AT, "When the present term ends and the next begins")
                    .optional(),
            Field.instant(ENDED_AT, "When it ended").orNull("it runs").knownOnlyThen(),
            Field.instant(CANCEL_REQUESTED_AT, "When the customer asked to end it")
                    .orNull("never")
                    .knownOnlyThen(),
            Field.quantity(QUANTITY, "How many of the plan")
                    .in("units")
                    .orNull("1")
                    .notNegative(),
            Field.money(PRICE, "Price of one of it for one billing period")
                    .orNull("the list price")
                    .notNegative());

    public static final Input INPUT =
            Input.timed(STARTED_AT, TABLE).without("what is under contract is known from orders alone");

    private Subscriptions() {}
}
