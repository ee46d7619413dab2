package io.osusume.tables;

import java.util.List;

/** Published {@code suppressed_offers}: one candidate that a guardrail stopped. */
public final class SuppressedOffers {
    public static final String OFFER_ROW_ID = "offer_row_id";
    public static final String TARGET_ID = "target_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String BUNDLE_ID = "bundle_id";
    public static final String REASON_CODE = "reason_code";
    public static final String RELEASE_DATE = "release_date";
    public static final String EXPECTED_VALUE = "expected_value";

    public static final Table TABLE = Table.of(
            "suppressed_offers",
            "one candidate that a guardrail stopped",
            List.of(OFFER_ROW_ID),
            Field.required(OFFER_ROW_ID, Types.TEXT),
            Field.required(TARGET_ID, Types.TEXT),
            Field.optional(CUSTOMER_ID, Types.TEXT),
            Field.optional(ACCOUNT_ID, Types.TEXT),
            Field.required(OFFER_TYPE, Types.TEXT),
            Field.optional(PRODUCT_ID, Types.TEXT),
            Field.optional(BUNDLE_ID, Types.TEXT),
            Field.required(REASON_CODE, Types.TEXT),
            Field.optional(RELEASE_DATE, Types.DAY),
            Field.optional(EXPECTED_VALUE, Types.ESTIMATE),
            Field.optional(Offers.TARGET_TYPE, Types.TEXT),
            Field.optional(Offers.PRODUCT_NAME, Types.TEXT),
            Field.optional(Offers.ANCHOR_PRODUCT_ID, Types.TEXT),
            Field.optional(Offers.TRIGGER, Types.TEXT),
            Field.optional(Offers.TRIGGER_WEIGHT, Types.ESTIMATE),
            Field.optional(Offers.RANK_SCORE, Types.ESTIMATE),
            Field.optional(Offers.P_BUY, Types.ESTIMATE),
            Field.optional(Offers.P_BUY_TIMES_USUAL, Types.ESTIMATE),
            Field.optional(Offers.P_ACCEPT, Types.ESTIMATE),
            Field.optional(Offers.UPLIFT, Types.ESTIMATE),
            Field.optional(Offers.UNIT_MARGIN, Types.MONEY),
            Field.optional(Offers.DELTA_LTV, Types.MONEY),
            Field.optional(Offers.CONTACT_COST, Types.ESTIMATE),
            Field.optional(Offers.FATIGUE_COST, Types.ESTIMATE),
            Field.optional(Offers.EVIDENCE, Types.ESTIMATE),
            Field.optional(Offers.PRIOR, Types.ESTIMATE),
            Field.optional(Offers.PRIOR_STRENGTH, Types.ESTIMATE),
            Field.optional(Offers.TRIALS, Types.ESTIMATE),
            Field.optional(Offers.TAKEN, Types.ESTIMATE),
            Field.optional(Offers.REASON_TEXT, Types.TEXT));

    private SuppressedOffers() {}
}
