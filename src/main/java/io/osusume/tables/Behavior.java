package io.osusume.tables;

import java.util.List;

/** Input {@code behavior}: one thing that a person did. */
public final class Behavior {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String EVENT_AT = "event_at";
    public static final String EVENT = "event";
    public static final String PERSON_ID = "person_id";
    public static final String DEPARTMENT = "department";
    public static final String SENIORITY = "seniority";
    public static final String PRODUCT_ID = "product_id";

    public static final Table TABLE = Table.of(
            "behavior",
            "one thing that a person did",
            List.of(),
            Field.optional(CUSTOMER_ID, Types.TEXT),
            Field.optional(ACCOUNT_ID, Types.TEXT),
            Field.required(EVENT_AT, Types.INSTANT),
            Field.required(EVENT, Types.TEXT),
            Field.optional(PERSON_ID, Types.TEXT),
            Field.optional(DEPARTMENT, Types.TEXT),
            Field.optional(SENIORITY, Types.TEXT),
            Field.optional(PRODUCT_ID, Types.TEXT));

    public static final Input INPUT = Input.timed(EVENT_AT, TABLE)
            .identifiedBy(List.of(List.of(CUSTOMER_ID), List.of(ACCOUNT_ID)))
            .without("interest is unknown, and accounts are not scored");

    private Behavior() {}
}
