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
    public static final String UPDATED_AT = Input.UPDATED_AT;

    public static final Table TABLE = Table.of(
            "customers",
            "one customer",
            List.of(CUSTOMER_ID),
            Field.text(CUSTOMER_ID, "Names the customer"),
            Field.text(NAME, "The customer's name").optional(),
            Field.text(ACCOUNT_ID, "The company that the customer is a person of")
                    .orNull("of none"),
            Field.text(OWNER, "The salesperson who looks after the customer").orNull("nobody does"),
            Field.instant(JOINED_AT, "When the customer became one").orNull("the first order, use or contract counts"),
            Field.flag(MARKETING_CONSENT, "Whether the customer may be offered anything")
                    .orNull("no"),
            Field.text(LOCALE, "Language of the reasons to the customer: ja, en, …")
                    .orNull("run.language holds"),
            Field.whole(NPS, "Latest answer to how likely the customer recommends us, 0 to 10")
                    .optional(),
            Field.text(ARM, "Fixes the arm of the experiment")
                    .orNull("it is drawn")
                    .oneOf(Arm.values()),
            Field.instant(UPDATED_AT, "From when on the row holds; of several rows of a customer the newest counts")
                    .orNull("always"));

    public static final Input INPUT =
            Input.timed(JOINED_AT, TABLE).without("owners, accounts, locales and consent are unknown");

    private Customers() {}
}
