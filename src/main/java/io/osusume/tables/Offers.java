package io.osusume.tables;

import java.util.List;

/** Published {@code offers}: one offer that may be made tonight, to one target. Control-arm targets are never here. */
public final class Offers {
    public static final String OFFER_ROW_ID = "offer_row_id";
    public static final String TARGET_TYPE = "target_type";
    public static final String TARGET_ID = "target_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String OWNER = "owner";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String PRODUCT_NAME = "product_name";
    public static final String BUNDLE_ID = "bundle_id";
    public static final String BUNDLE_ITEMS = "bundle_items";
    public static final String ANCHOR_PRODUCT_ID = "anchor_product_id";
    public static final String CONTENT_TRACK = "content_track";
    public static final String RANK = "rank";
    public static final String RANK_SCORE = "rank_score";
    public static final String P_BUY = "p_buy";
    /** p_buy ÷ its mean over all that was ranked tonight. */
    public static final String P_BUY_TIMES_USUAL = "p_buy_times_usual";

    public static final String P_ACCEPT = "p_accept";
    public static final String P_ACCEPT_LOW = "p_accept_low";
    public static final String P_ACCEPT_HIGH = "p_accept_high";
    public static final String UPLIFT = "uplift";
    public static final String UPLIFT_SOURCE = "uplift_source";
    public static final String UNIT_MARGIN = "unit_margin";
    public static final String DELTA_LTV = "delta_ltv";
    public static final String EXPECTED_VALUE = "expected_value";
    public static final String CURRENCY = "currency";
    public static final String PRICE = "price";
    public static final String TRIGGER = "trigger";
    public static final String CHANNEL = "channel";
    public static final String VALID_FROM = "valid_from";
    public static final String VALID_TO = "valid_to";
    public static final String NEXT_CONTACT_OK_AT = "next_contact_ok_at";
    public static final String REASON_CODE = "reason_code";
    public static final String REASON_TEXT = "reason_text";
    public static final String RULE_ID = "rule_id";
    public static final String CONFIDENCE = "confidence";
    public static final String LIFT = "lift";
    public static final String Q_VALUE = "q_value";
    public static final String LWP_SEGMENT = "lwp_segment";
    public static final String LWP_PRIORITY = "lwp_priority";
    public static final String EXPERIMENT_ID = "experiment_id";
    public static final String ARM = "arm";
    public static final String SELECTION_PROB = "selection_prob";
    public static final String ROW_HASH = "row_hash";
    public static final String UPDATED_AT = "updated_at";
    public static final String SCHEMA_VERSION = "schema_version";

    /** Values of {@link #TARGET_TYPE}. */
    public static final String CUSTOMER = "customer";

    public static final String ACCOUNT = "account";

    // The terms of the expected value, so that anybody can work it out again: expected_value = uplift · (unit_margin +
    // delta_ltv) − contact_cost − (1 − p_accept) · fatigue_cost, and rank_score = expected_value · trigger_weight.
    public static final String TRIGGER_WEIGHT = "trigger_weight";
    public static final String CONTACT_COST = "contact_cost";
    public static final String FATIGUE_COST = "fatigue_cost";
    /** How many times the usual the evidence speaks for the offer; 1: as usual. */
    public static final String EVIDENCE = "evidence";
    /** What p_accept would be without past outcomes of offers of the type, trigger and segment; how many it counts as. */
    public static final String PRIOR = "prior";

    public static final String PRIOR_STRENGTH = "prior_strength";
    /** Past trials of offers of the type, trigger and segment, and how many of them were taken. */
    public static final String TRIALS = "trials";

    public static final String TAKEN = "taken";

    public static final Table TABLE = Table.of(
            "offers",
            "one offer that may be made tonight, to one target",
            List.of(OFFER_ROW_ID),
            Field.required(OFFER_ROW_ID, Types.TEXT),
            Field.required(TARGET_TYPE, Types.TEXT),
            Field.required(TARGET_ID, Types.TEXT),
            Field.optional(CUSTOMER_ID, Types.TEXT),
            Field.optional(ACCOUNT_ID, Types.TEXT),
            Field.optional(OWNER, Types.TEXT),
            Field.required(OFFER_TYPE, Types.TEXT),
            Field.optional(PRODUCT_ID, Types.TEXT),
            Field.optional(PRODUCT_NAME, Types.TEXT),
            Field.optional(BUNDLE_ID, Types.TEXT),
            Field.optional(BUNDLE_ITEMS, Types.TEXTS),
            Field.optional(ANCHOR_PRODUCT_ID, Types.TEXT),
            Field.optional(CONTENT_TRACK, Types.TEXT),
            Field.required(RANK, Types.WHOLE),
            Field.required(RANK_SCORE, Types.ESTIMATE),
            Field.optional(P_BUY, Types.ESTIMATE),
            Field.optional(P_BUY_TIMES_USUAL, Types.ESTIMATE),
            Field.required(P_ACCEPT, Types.ESTIMATE),
            Field.optional(P_ACCEPT_LOW, Types.ESTIMATE),
            Field.optional(P_ACCEPT_HIGH, Types.ESTIMATE),
            Field.required(UPLIFT, Types.ESTIMATE),
            Field.required(UPLIFT_SOURCE, Types.TEXT),
            Field.optional(UNIT_MARGIN, Types.MONEY),
            Field.optional(DELTA_LTV, Types.MONEY),
            Field.required(EXPECTED_VALUE, Types.ESTIMATE),
            Field.optional(CURRENCY, Types.TEXT),
            Field.optional(PRICE, Types.MONEY).notNegative(),
            Field.required(TRIGGER, Types.TEXT),
            Field.optional(CHANNEL, Types.TEXT),
            Field.required(VALID_FROM, Types.DAY),
            Field.required(VALID_TO, Types.DAY),
            Field.optional(NEXT_CONTACT_OK_AT, Types.DAY),
            Field.required(REASON_CODE, Types.TEXT),
            Field.required(REASON_TEXT, Types.TEXT),
            Field.optional(RULE_ID, Types.TEXT),
            Field.optional(CONFIDENCE, Types.ESTIMATE),
            Field.optional(LIFT, Types.ESTIMATE),
            Field.optional(Q_VALUE, Types.ESTIMATE),
            Field.required(LWP_SEGMENT, Types.TEXT),
            Field.required(LWP_PRIORITY, Types.TEXT),
            Field.required(EXPERIMENT_ID, Types.TEXT),
            Field.required(ARM, Types.TEXT),
            Field.required(SELECTION_PROB, Types.ESTIMATE),
            Field.required(ROW_HASH, Types.TEXT),
            Field.required(UPDATED_AT, Types.INSTANT),
            Field.required(SCHEMA_VERSION, Types.WHOLE),
            Field.required(TRIGGER_WEIGHT, Types.ESTIMATE),
            Field.required(CONTACT_COST, Types.ESTIMATE),
            Field.required(FATIGUE_COST, Types.ESTIMATE),
            Field.required(EVIDENCE, Types.ESTIMATE),
            Field.required(PRIOR, Types.ESTIMATE),
            Field.required(PRIOR_STRENGTH, Types.ESTIMATE),
            Field.required(TRIALS, Types.ESTIMATE),
            Field.required(TAKEN, Types.ESTIMATE));

    private Offers() {}
}
