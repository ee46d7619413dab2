package io.osusume.tables;

import java.util.List;

/** Input {@code tickets}: one support case. */
public final class Tickets {
    public static final String TICKET_ID = "ticket_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String OPENED_AT = "opened_at";
    public static final String CLOSED_AT = "closed_at";
    public static final String SEVERITY = "severity";
    public static final String TOPIC = "topic";
    public static final String PRODUCT_ID = "product_id";
    public static final String SATISFACTION = "satisfaction";

    public static final Table TABLE = Table.of(
            "tickets",
            "one support case",
            List.of(TICKET_ID),
            Field.text(TICKET_ID, "Names the case"),
            Field.text(CUSTOMER_ID, "Whose it is"),
            Field.instant(OPENED_AT, "When it was opened"),
            Field.instant(CLOSED_AT, "When it was closed").orNull("it is open").knownOnlyThen(),
            Field.text(SEVERITY, "features.severe lists what counts as severe").orNull("not severe"),
            Field.text(TOPIC, "features.question_topics lists what is a question about a product")
                    .orNull("a problem"),
            Field.text(PRODUCT_ID, "What it is about").optional(),
            Field.whole(SATISFACTION, "The customer's mark when it was closed, higher is better")
                    .optional()
                    .knownFrom(CLOSED_AT));

    public static final Input INPUT = Input.timed(OPENED_AT, TABLE).without("open issues are unknown");

    private Tickets() {}
}
