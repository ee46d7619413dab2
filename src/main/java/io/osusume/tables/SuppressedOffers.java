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
            Column.required(OFFER_ROW_ID, Types.TEXT),
            Column.required(TARGET_ID, Types.TEXT),
            Column.optional(CUSTOMER_ID, Types.TEXT),
            Column.optional(ACCOUNT_ID, Types.TEXT),
            Column.required(OFFER_TYPE, Types.TEXT),
            Column.optional(PRODUCT_ID, Types.TEXT),
            Column.optional(BUNDLE_ID, Types.TEXT),
            Column.required(REASON_CODE, Types.TEXT),
            Column.optional(RELEASE_DATE, Types.DAY),
            Column.optional(EXPECTED_VALUE, Types.ESTIMATE),
            Column.optional(Offers.TARGET_TYPE, Types.TEXT),
            Column.optional(Offers.PRODUCT_NAME, Types.TEXT),
            Column.optional(Offers.ANCHOR_PRODUCT_ID, Types.TEXT),
            Column.optional(Offers.TRIGGER, Types.TEXT),
            Column.optional(Offers.TRIGGER_WEIGHT, Types.ESTIMATE),
            Column.optional(Offers.RANK_SCORE, Types.ESTIMATE),
            Column.optional(Offers.P_BUY, Types.ESTIMATE),
            Column.optional(Offers.P_BUY_TIMES_USUAL, Types.ESTIMATE),
            Column.optional(Offers.P_ACCEPT, Types.ESTIMATE),
            Column.optional(Offers.UPLIFT, Types.ESTIMATE),
            Column.optional(Offers.UNIT_MARGIN, Types.MONEY),
            Column.optional(Offers.DELTA_LTV, Types.MONEY),
            Column.optional(Offers.CONTACT_COST, Types.ESTIMATE),
            Column.optional(Offers.FATIGUE_COST, Types.ESTIMATE),
            Column.optional(Offers.EVIDENCE, Types.ESTIMATE),
            Column.optional(Offers.PRIOR, Types.ESTIMATE),
            Column.optional(Offers.PRIOR_STRENGTH, Types.ESTIMATE),
            Column.optional(Offers.TRIALS, Types.ESTIMATE),
            Column.optional(Offers.TAKEN, Types.ESTIMATE),
            Column.optional(Offers.REASON_TEXT, Types.TEXT));

    private SuppressedOffers() {}
}
