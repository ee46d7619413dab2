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
            Field.text(CUSTOMER_ID, "The customer who did it, or whose person did")
                    .orNull("account_id says who"),
            Field.text(ACCOUNT_ID, "The account whose person did it").orNull("the customer's account, if any"),
            Field.instant(EVENT_AT, "When"),
            Field.text(EVENT, "What: view_detail, compare, add_to_cart, or a word of your own; weighed in features"),
            Field.text(PERSON_ID, "The person, where several act for one customer or account")
                    .orNull("the customer counts as the person"),
            Field.text(DEPARTMENT, "The person's department").optional(),
            Field.text(SENIORITY, "The person's standing; accounts.senior lists who counts as senior")
                    .optional(),
            Field.text(PRODUCT_ID, "The product that it was about").orNull("about no product"));

    public static final Input INPUT = Input.timed(EVENT_AT, TABLE)
            .identifiedBy(List.of(List.of(CUSTOMER_ID), List.of(ACCOUNT_ID)))
            .without("interest is unknown, and accounts are not scored");

    private Behavior() {}
}
