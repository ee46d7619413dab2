package io.osusume.tables;

import java.util.List;

/** Input {@code offer_events}: one thing that became of an offer. */
public final class OfferEvents {
    public static final String OFFER_ROW_ID = "offer_row_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String EVENT = "event";
    public static final String EVENT_AT = "event_at";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";
    public static final String ARM = "arm";
    public static final String CHANNEL = "channel";
    public static final String CAMPAIGN = "campaign";

    public static final Table TABLE = Table.of(
            "offer_events",
            "one thing that became of an offer",
            List.of(),
            Field.text(OFFER_ROW_ID, "The offer, as a night published it").orNull("customer, type and product name it"),
            Field.text(CUSTOMER_ID, "To whom it was offered").orNull("looked up by offer_row_id"),
            Field.text(OFFER_TYPE, Word.either(OfferType.class)).orNull("looked up by offer_row_id"),
            Field.text(PRODUCT_ID, "What was offered; of a bundle, its id").orNull("looked up by offer_row_id"),
            Field.text(EVENT, "What became of it").oneOf(OfferEventType.values()),
            Field.instant(EVENT_AT, "When"),
            Field.text(TRIGGER, "What made it timely then").orNull("looked up by offer_row_id, else any"),
            Field.text(SEGMENT, "The customer's segment then").orNull("looked up by offer_row_id, else any"),
            Field.text(ARM, "The customer's arm then; no stage uses it").optional(),
            Field.text(CHANNEL, "By which way").orNull("looked up by offer_row_id, else any"),
            Field.text(CAMPAIGN, "What several offers went out in").optional());

    public static final Input INPUT = Input.timed(EVENT_AT, TABLE)
            .identifiedBy(List.of(List.of(OFFER_ROW_ID), List.of(CUSTOMER_ID, OFFER_TYPE, PRODUCT_ID)))
            .without("refusals and past acceptance are unknown");

    private OfferEvents() {}
}
