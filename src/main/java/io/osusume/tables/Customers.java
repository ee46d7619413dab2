package io.osusume.tables;

import java.util.List;

/** Input {@code customers}: one customer. Consent, NPS and owner are current: no history is kept of them. */
public final class Customers {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String NAME = "name";
    public static final String ACCOUNT_ID = "account_id";
    public static final String OWNER = "owner";
    public static final String JOINED_AT = "joined_at";
    public static final String MARKETING_CONSENT = "marketing_consent";
    public static final String LOCALE = "locale";
    public static final String NPS = "nps";
    public static final String ARM = "arm";

    public static final Table TABLE = Table.of(
            "customers",
            "one customer",
            List.of(CUSTOMER_ID),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.optional(NAME, Types.TEXT),
            Field.optional(ACCOUNT_ID, Types.TEXT),
            Field.optional(OWNER, Types.TEXT),
            Field.optional(JOINED_AT, Types.INSTANT),
            Field.optional(MARKETING_CONSENT, Types.FLAG),
            Field.optional(LOCALE, Types.TEXT),
            Field.optional(NPS, Types.WHOLE),
            Field.optional(ARM, Types.TEXT).oneOf(Arm.values()));

    public static final Input INPUT =
            Input.timed(JOINED_AT, TABLE).without("owners, accounts, locales and consent are unknown");

    private Customers() {}
}
