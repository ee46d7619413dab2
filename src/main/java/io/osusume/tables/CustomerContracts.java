package io.osusume.tables;

import java.util.List;

/** What is under contract, however it was recorded; kept between stages. Days are calendar days of the run's zone. */
public final class CustomerContracts {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String CONTRACT_ID = "contract_id";
    public static final String FAMILY = "family";
    public static final String STARTED = "started";
    public static final String ENDED = "ended";
    public static final String RUNS = "runs";
    public static final String CANCEL_REQUESTED = "cancel_requested";
    public static final String ASKS_TO_END = "asks_to_end";
    public static final String UNITS = "units";
    public static final String PRICE = "price";
    public static final String MARGIN = "margin";
    public static final String RENEWS = "renews";
    public static final String NEXT_RENEWAL = "next_renewal";
    public static final String NEXT_PAYMENT = "next_payment";
    public static final String TRIAL_UNTIL = "trial_until";
    public static final String PAUSED_UNTIL = "paused_until";
    public static final String TERM = "term";
    public static final String PAYMENT_PERIOD = "payment_period";
    public static final String ENTRY = "entry";
    public static final String MOVED_ON = "moved_on";

    public static final String PAID = "paid";

    public static final Table TABLE = Table.of(
            "contracts",
            "one contract of one customer",
            List.of(CUSTOMER_ID, PRODUCT_ID, CONTRACT_ID),
            Field.text(CUSTOMER_ID, "Whose it is"),
            Field.text(PRODUCT_ID, "The plan"),
            Field.text(CONTRACT_ID, "Names the contract; the plan's name where order lines state it"),
            Field.text(FAMILY, "Contracts of one family replace each other"),
            Field.day(STARTED, "When it began, or will begin"),
            Field.day(ENDED, "Its last day, or the day after; it may lie ahead").orNull("no end is known"),
            Field.flag(RUNS, "Whether it has not ended; one that begins later runs already"),
            Field.day(CANCEL_REQUESTED, "When the customer asked to end it").orNull("never"),
            Field.flag(ASKS_TO_END, "Whether the request is open: no renewal has come due since, or an end is on file"),
            Field.quantity(UNITS, "How many of the plan").in("units"),
            Field.money(PRICE, "What one payment is, for all units").orNull("nobody tells"),
            Field.estimate(MARGIN, "What of a payment stays").orNull("the price is unknown"),
            Field.day(RENEWS, "The renewal that is written").orNull("none is"),
            Field.day(NEXT_RENEWAL, "The first renewal after as-of").orNull("nothing tells its term"),
            Field.day(NEXT_PAYMENT, "The first payment after as-of").orNull("nothing tells its payments"),
            Field.day(TRIAL_UNTIL, "When its trial ends").orNull("no trial is known"),
            Field.day(PAUSED_UNTIL, "Until when it rests").orNull("it does not"),
            Field.text(TERM, "From renewal to renewal, as ISO 8601: P1M").orNull("nothing tells it"),
            Field.text(PAYMENT_PERIOD, "From payment to payment, as ISO 8601: P1M")
                    .orNull("nothing tells it"),
            Field.whole(ENTRY, "Renewals of the relation before this contract began"),
            Field.flag(MOVED_ON, "Whether another contract of the family took its place"),
            Field.money(PAID, "What was due until as-of, at the present price")
                    .orNull("the price or the payments are unknown"));

    private CustomerContracts() {}
}
