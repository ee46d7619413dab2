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
            Column.required(TICKET_ID, Types.TEXT),
            Column.required(CUSTOMER_ID, Types.TEXT),
            Column.required(OPENED_AT, Types.INSTANT),
            Column.optional(CLOSED_AT, Types.INSTANT).knownOnlyThen(),
            Column.optional(SEVERITY, Types.TEXT),
            Column.optional(TOPIC, Types.TEXT),
            Column.optional(PRODUCT_ID, Types.TEXT),
            Column.optional(SATISFACTION, Types.WHOLE).knownFrom(CLOSED_AT));

    public static final Input INPUT = Input.timed(OPENED_AT, TABLE);

    private Tickets() {}
}
