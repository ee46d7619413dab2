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

    /** Values of {@link #OFFER_TYPE}. */
    public static final String CROSS_SELL = "cross_sell";

    public static final String UPSELL = "upsell";
    public static final String DOWNSELL = "downsell";
    public static final String BUNDLE = "bundle";
    public static final String SUBSCRIBE = "subscribe";
    public static final String NURTURE = "nurture";
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
            Column.required(OFFER_ROW_ID, Types.TEXT),
            Column.required(TARGET_TYPE, Types.TEXT),
            Column.required(TARGET_ID, Types.TEXT),
            Column.optional(CUSTOMER_ID, Types.TEXT),
            Column.optional(ACCOUNT_ID, Types.TEXT),
            Column.optional(OWNER, Types.TEXT),
            Column.required(OFFER_TYPE, Types.TEXT),
            Column.optional(PRODUCT_ID, Types.TEXT),
            Column.optional(PRODUCT_NAME, Types.TEXT),
            Column.optional(BUNDLE_ID, Types.TEXT),
            Column.optional(BUNDLE_ITEMS, Types.TEXTS),
            Column.optional(ANCHOR_PRODUCT_ID, Types.TEXT),
            Column.optional(CONTENT_TRACK, Types.TEXT),
            Column.required(RANK, Types.WHOLE),
            Column.required(RANK_SCORE, Types.ESTIMATE),
            Column.optional(P_BUY, Types.ESTIMATE),
            Column.optional(P_BUY_TIMES_USUAL, Types.ESTIMATE),
            Column.required(P_ACCEPT, Types.ESTIMATE),
            Column.optional(P_ACCEPT_LOW, Types.ESTIMATE),
            Column.optional(P_ACCEPT_HIGH, Types.ESTIMATE),
            Column.required(UPLIFT, Types.ESTIMATE),
            Column.required(UPLIFT_SOURCE, Types.TEXT),
            Column.optional(UNIT_MARGIN, Types.MONEY),
            Column.optional(DELTA_LTV, Types.MONEY),
            Column.required(EXPECTED_VALUE, Types.ESTIMATE),
            Column.optional(CURRENCY, Types.TEXT),
            Column.optional(PRICE, Types.MONEY).notNegative(),
            Column.required(TRIGGER, Types.TEXT),
            Column.optional(CHANNEL, Types.TEXT),
            Column.required(VALID_FROM, Types.DAY),
            Column.required(VALID_TO, Types.DAY),
            Column.optional(NEXT_CONTACT_OK_AT, Types.DAY),
            Column.required(REASON_CODE, Types.TEXT),
            Column.required(REASON_TEXT, Types.TEXT),
            Column.optional(RULE_ID, Types.TEXT),
            Column.optional(CONFIDENCE, Types.ESTIMATE),
            Column.optional(LIFT, Types.ESTIMATE),
            Column.optional(Q_VALUE, Types.ESTIMATE),
            Column.required(LWP_SEGMENT, Types.TEXT),
            Column.required(LWP_PRIORITY, Types.TEXT),
            Column.required(EXPERIMENT_ID, Types.TEXT),
            Column.required(ARM, Types.TEXT),
            Column.required(SELECTION_PROB, Types.ESTIMATE),
            Column.required(ROW_HASH, Types.TEXT),
            Column.required(UPDATED_AT, Types.INSTANT),
            Column.required(SCHEMA_VERSION, Types.WHOLE),
            Column.required(TRIGGER_WEIGHT, Types.ESTIMATE),
            Column.required(CONTACT_COST, Types.ESTIMATE),
            Column.required(FATIGUE_COST, Types.ESTIMATE),
            Column.required(EVIDENCE, Types.ESTIMATE),
            Column.required(PRIOR, Types.ESTIMATE),
            Column.required(PRIOR_STRENGTH, Types.ESTIMATE),
            Column.required(TRIALS, Types.ESTIMATE),
            Column.required(TAKEN, Types.ESTIMATE));

    private Offers() {}
}
