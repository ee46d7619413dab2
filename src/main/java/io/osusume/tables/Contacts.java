package io.osusume.tables;

import java.util.List;

/** Input {@code contacts}: one touch of ours. */
public final class Contacts {
    public static final String CONTACT_ID = "contact_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String CONTACTED_AT = "contacted_at";
    public static final String CHANNEL = "channel";
    public static final String RESPONSE = "response";
    public static final String RESPONDED_AT = "responded_at";

    public static final String CAMPAIGN = OfferEvents.CAMPAIGN;

    /** Values of {@link #RESPONSE}: no reaction, one that asks us to stop, and what did not arrive. */
    public static final String NONE = "none";

    public static final String NEGATIVE = "negative";

    public static final String BOUNCED = "bounced";

    public static final Table TABLE = Table.of(
            "contacts",
            "one touch of ours",
            List.of(CONTACT_ID),
            Field.text(CONTACT_ID, "Names the touch"),
            Field.text(CUSTOMER_ID, "Whom we touched"),
            Field.instant(CONTACTED_AT, "When"),
            Field.text(CHANNEL, "By which way: email, phone, visit, or a word of your own"),
            Field.text(RESPONSE, "How the customer reacted")
                    .orNull("no reaction is known")
                    .oneOf(NONE, "opened", "clicked", "replied", "meeting", NEGATIVE, BOUNCED)
                    .knownFrom(RESPONDED_AT),
            Field.instant(RESPONDED_AT, "When the customer reacted")
                    .orNull("then, or not known when")
                    .knownOnlyThen(),
            Field.text(CAMPAIGN, "What it was part of").optional());

    public static final Input INPUT =
            Input.timed(CONTACTED_AT, TABLE).without("the pace is judged by orders and usage alone");

    private Contacts() {}
}
