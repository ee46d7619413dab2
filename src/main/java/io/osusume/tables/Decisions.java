package io.osusume.tables;

import java.util.List;

/** Input {@code decisions}: what a person decided about offers. */
public final class Decisions {
    public static final String DECISION = "decision";
    public static final String TARGET_ID = "target_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String BUNDLE_ID = "bundle_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String DECIDED_AT = "decided_at";
    public static final String UNTIL = "until";
    public static final String BY = "by";
    public static final String WHY = "why";

    /** Values of {@link #DECISION}. */
    public static final String HOLD = "hold";

    public static final String PIN = "pin";

    public static final Table TABLE = Table.of(
            "decisions",
            "one decision of a person about offers",
            List.of(),
            Field.text(DECISION, "hold: not offered; pin: offered first, where every guardrail but rank lets it")
                    .oneOf(HOLD, PIN),
            Field.text(TARGET_ID, "The customer or account that it is about").orNull("all"),
            Field.text(PRODUCT_ID, "The product, alone or in a set").orNull("any"),
            Field.text(BUNDLE_ID, "The set").orNull("any"),
            Field.text(OFFER_TYPE, "The offer type").orNull("any").oneOf(OfferType.values()),
            Field.instant(DECIDED_AT, "From when on it holds").orNull("it does"),
            Field.instant(UNTIL, "The last day on which it holds").orNull("until it is taken out"),
            Field.text(BY, "Who decided").optional(),
            Field.text(WHY, "Why").optional());

    public static final Input INPUT = Input.timeless(TABLE).without("nothing is held back or put first by a person");

    private Decisions() {}
}
