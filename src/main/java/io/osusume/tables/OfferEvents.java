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
    public static final String OFFERED_AT = "offered_at";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";
    public static final String ARM = "arm";
    public static final String P_AT_OFFER = "p_at_offer";

    public static final Table TABLE = Table.of(
            "offer_events",
            "one thing that became of an offer",
            List.of(),
            Field.optional(OFFER_ROW_ID, Types.TEXT),
            Field.optional(CUSTOMER_ID, Types.TEXT),
            Field.optional(OFFER_TYPE, Types.TEXT),
            Field.optional(PRODUCT_ID, Types.TEXT),
            Field.required(EVENT, Types.TEXT).oneOf(OfferEventType.values()),
            Field.required(EVENT_AT, Types.INSTANT),
            Field.optional(OFFERED_AT, Types.INSTANT),
            Field.optional(TRIGGER, Types.TEXT),
            Field.optional(SEGMENT, Types.TEXT),
            Field.optional(ARM, Types.TEXT),
            Field.optional(P_AT_OFFER, Types.ESTIMATE));

    public static final Input INPUT = Input.timed(EVENT_AT, TABLE)
            .identifiedBy(List.of(List.of(OFFER_ROW_ID), List.of(CUSTOMER_ID, OFFER_TYPE, PRODUCT_ID)))
            .without("refusals and past acceptance are unknown");

    private OfferEvents() {}
}
