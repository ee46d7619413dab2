package io.osusume.tables;

import java.util.List;

/** Handed between stages: {@code trials}, what became of past offers, as acceptance learns from them. */
public final class OfferTrials {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";
    public static final String DAY = "day";
    public static final String IS_TAKEN = "is_taken";

    public static final Table TABLE = Table.of(
            "trials",
            "one past offer to one customer from its first delivery on",
            List.of(CUSTOMER_ID, OFFER_TYPE, PRODUCT_ID, DAY),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(OFFER_TYPE, "What was offered"),
            Field.text(PRODUCT_ID, "The product; of a bundle its id"),
            Field.text(TRIGGER, "What made it timely then").orNull("nobody tells"),
            Field.text(SEGMENT, "The customer's segment then").orNull("nobody tells"),
            Field.day(DAY, "The day of the delivery"),
            Field.flag(IS_TAKEN, "Whether it was accepted or bought within offers.acceptance.window_days"));

    private OfferTrials() {}
}
