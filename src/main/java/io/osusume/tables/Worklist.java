package io.osusume.tables;

import java.util.List;

/** Published {@code worklist}: one thing to do today for one owner, about one customer or account. */
public final class Worklist {
    public static final String OWNER = "owner";
    public static final String IS_POOL = "is_pool";
    public static final String TARGET_TYPE = "target_type";
    public static final String TARGET_ID = "target_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String NAME = "name";
    public static final String TASK = "task";
    public static final String PRIORITY = "priority";
    public static final String DUE = "due";
    public static final String VALUE = "value";
    public static final String VALUE_IS = "value_is";
    public static final String CURRENCY = "currency";
    public static final String CHANNEL = "channel";
    public static final String OFFER_ROW_ID = "offer_row_id";
    public static final String MORE_OFFERS = "more_offers";
    public static final String REASON_CODE = "reason_code";
    public static final String REASON_TEXT = "reason_text";
    public static final String EVIDENCE_TEXT = "evidence_text";
    public static final String LWP_SEGMENT = "lwp_segment";

    /** Values of {@link #VALUE_IS}. */
    public static final String EXPECTED_VALUE = "expected_value";

    public static final String LTV = "ltv";

    public static final Table TABLE = Table.of(
            "worklist",
            "one thing to do today for one owner",
            List.of(TARGET_TYPE, TARGET_ID, TASK),
            Field.text(OWNER, "Who is to do it: the salesperson, or worklist.pool where nobody looks after them"),
            Field.flag(IS_POOL, "Whether nobody looks after them, so that it lies in the pool"),
            Field.text(TARGET_TYPE, "customer or account"),
            Field.text(TARGET_ID, "Whom it is about: a customer, or an account as a whole"),
            Field.text(CUSTOMER_ID, "Whom to speak to").orNull("nobody of the account is known"),
            Field.text(ACCOUNT_ID, "The customer's account, or the target").orNull("of none"),
            Field.text(NAME, "The name of the target").orNull("not known"),
            Field.text(TASK, "help, renewal, follow_up, welcome, offer or check_in: at most one of each a target"),
            Field.text(PRIORITY, "The customer's priority, A to D, as in lwp_segments"),
            Field.day(DUE, "By when"),
            Field.money(VALUE, "What it is about: see value_is").orNull("not told"),
            Field.text(VALUE_IS, "expected_value: of the offer; ltv: what the customer is expected to bring")
                    .orNull("no value"),
            Field.text(CURRENCY, "The currency of value").orNull("no value"),
            Field.text(CHANNEL, "By which way"),
            Field.text(OFFER_ROW_ID, "The offer that is made, followed up, or brought along")
                    .orNull("none"),
            Field.count(MORE_OFFERS, "Further offers of tonight to the target: see offers")
                    .in("offers"),
            Field.text(REASON_CODE, "Why: an offer's reason, or severe_ticket, cancel_request, silent, …"),
            Field.text(REASON_TEXT, "What to say, to the customer and in the customer's language"),
            Field.text(EVIDENCE_TEXT, "Why it is to be done, to the team and in run.language: figures"),
            Field.text(LWP_SEGMENT, "The customer's segment"));

    private Worklist() {}
}
