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
            Field.required(TICKET_ID, Types.TEXT),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(OPENED_AT, Types.INSTANT),
            Field.optional(CLOSED_AT, Types.INSTANT).knownOnlyThen(),
            Field.optional(SEVERITY, Types.TEXT),
            Field.optional(TOPIC, Types.TEXT),
            Field.optional(PRODUCT_ID, Types.TEXT),
            Field.optional(SATISFACTION, Types.WHOLE).knownFrom(CLOSED_AT));

    public static final Input INPUT = Input.timed(OPENED_AT, TABLE).without("open issues are unknown");

    private Tickets() {}
}
