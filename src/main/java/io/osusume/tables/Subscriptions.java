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
    public static final String CANCEL_REASON = "cancel_reason";
    public static final String QUANTITY = "quantity";
    public static final String PRICE = "price";
    public static final String PRICE_PER = "price_per";
    public static final String BILLING = "billing";
    public static final String NEXT_PAYMENT_AT = "next_payment_at";
    public static final String TRIAL_ENDS_AT = "trial_ends_at";
    public static final String PAUSED_UNTIL = "paused_until";
    public static final String UNPAID_SINCE = "unpaid_since";
    public static final String SIGNED_AT = "signed_at";
    public static final String END_KNOWN_AT = "end_known_at";
    public static final String CURRENCY = Orders.CURRENCY;

    /** Values of {@link #PRICE_PER}. */
    public static final String PER_UNIT = "unit";

    public static final String PER_CONTRACT = "contract";

    public static final Table TABLE = Table.of(
            "subscriptions",
            "one contract",
            List.of(SUBSCRIPTION_ID),
            Field.text(SUBSCRIPTION_ID, "Names the contract"),
            Field.text(CUSTOMER_ID, "Whose it is"),
            Field.text(PRODUCT_ID, "The plan"),
            Field.instant(STARTED_AT, "When it began, or will begin"),
            Field.instant(RENEWS_AT, "When the present term ends and the next begins; not the next payment")
                    .orNull("reckoned from its start"),
            Field.instant(ENDED_AT, "When it ended, or will end")
                    .orNull("no end is known")
                    .knownFrom(END_KNOWN_AT),
            Field.instant(CANCEL_REQUESTED_AT, "When the customer asked to end it")
                    .orNull("never")
                    .knownOnlyThen(),
            Field.text(CANCEL_REASON, "Why; offers.needs.price_reasons lists what means the price")
                    .orNull("not told"),
            Field.quantity(QUANTITY, "How many of the plan")
                    .in("units")
                    .orNull("1")
                    .notNegative(),
            Field.money(PRICE, "Price of one payment, of one unit unless price_per says contract")
                    .orNull("the list price")
                    .notNegative(),
            Field.text(PRICE_PER, "Whether the price is of one unit or of the whole contract")
                    .orNull("unit")
                    .oneOf(PER_UNIT, PER_CONTRACT),
            Field.text(BILLING, "From payment to payment")
                    .orNull("the product's, else inferred")
                    .oneOf(Billing.values())
                    .orMonths(),
            Field.instant(NEXT_PAYMENT_AT, "When the next payment is due").orNull("reckoned from its start"),
            Field.instant(TRIAL_ENDS_AT, "When its trial ends").orNull("it has none"),
            Field.instant(PAUSED_UNTIL, "Until when it rests").orNull("it does not"),
            Field.instant(UNPAID_SINCE, "Since when a payment is owed that is due")
                    .orNull("all is paid")
                    .knownOnlyThen(),
            Field.instant(SIGNED_AT, "When it was signed; it may begin later")
                    .orNull("subscriptions.future_dates decides"),
            Field.instant(END_KNOWN_AT, "When its end was entered").orNull("subscriptions.future_dates decides"),
            Field.text(CURRENCY, "The currency of the price").orNull("that of all amounts"));

    public static final Input INPUT = Input.timed(STARTED_AT, TABLE)
            .plannedFrom(SIGNED_AT)
            .without("what is under contract is known from orders alone");

    private Subscriptions() {}
}
