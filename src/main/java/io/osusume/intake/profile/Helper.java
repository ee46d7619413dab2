package io.osusume.intake.profile;

/** What header words know beside the columns of inputs: columns from which those are made. */
final class Helper {
    /** A file of one row an order, beside one of lines. */
    static final String HEADS = "heads";

    /** Quantity × unit price. */
    static final String LINE_TOTAL = "line_total";
    /** For how many pieces a price is. */
    static final String PRICE_UNIT = "price_unit";
    /** What is taken off a line. */
    static final String LINE_DISCOUNT = "line_discount";
    /** The time of day of a day in another column. */
    static final String ORDER_TIME = "order_time";

    static final String EMAIL = "email";
    static final String CONSENT = "consent";
    static final String CUSTOMER_NAME = "customer_name";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    /** Below the category. */
    static final String SUBCATEGORY = "subcategory";
    /** What a contract brings in a year. */
    static final String ANNUAL_AMOUNT = "annual_amount";
    /** Pieces of a line that came back. */
    static final String RETURNED = "returned";
    /** Pieces of a line that were not delivered. */
    static final String CALLED_OFF = "called_off";
    /** Whether, or when, an order was called off. */
    static final String IS_CANCELLED = "is_cancelled";
    /** Whether a line came back. */
    static final String IS_RETURNED = "is_returned";
    /** What a contract's number of periods counts: months, years. */
    static final String BILLING_UNIT = "billing_unit";
    /** How many of its periods are paid at once. */
    static final String BILLING_COUNT = "billing_count";
    /** What became of a contract. */
    static final String STATUS = "status";
    /** The contract that was used. */
    static final String SUBSCRIPTION_ID = "subscription_id";

    private Helper() {}
}
