package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;

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
    public static final String BLOCKED_BY = "blocked_by";
    public static final String MORE = "more";

    private static final List<Field> OWN = List.of(
            Field.text(OFFER_ROW_ID, "As the offer would have had it: hash of target, type and product or bundle"),
            Field.text(TARGET_ID, "Whom it is about: a customer, or an account"),
            Field.text(CUSTOMER_ID, "The recipient").orNull("nobody may be spoken to"),
            Field.text(ACCOUNT_ID, "The recipient's account, or the target").orNull("of none"),
            Field.text(OFFER_TYPE, Word.either(OfferType.class)),
            Field.text(PRODUCT_ID, "The product").orNull("a bundle, or content"),
            Field.text(BUNDLE_ID, "The bundle").orNull("a product, or content"),
            Field.text(REASON_CODE, "The first guardrail that stopped it: declined, owned, over_limit, …"),
            Field.day(RELEASE_DATE, "The first day on which it no longer holds").orNull("not by time"),
            Field.estimate(EXPECTED_VALUE, "What it would have been worth")
                    .in("money")
                    .orNull("not told"),
            Field.text(BLOCKED_BY, "What stands in its way: a better offer, what is held or lacked, a person")
                    .orNull("nothing of that kind"),
            Field.count(MORE, "Further candidates of its type and reason, not listed: beyond the best")
                    .in("candidates"));

    public static final Table TABLE = new Table(
            "suppressed_offers",
            "one candidate that a guardrail stopped",
            List.of(OFFER_ROW_ID),
            Stream.concat(OWN.stream(), asInOffers()).toList());

    /** What else an offer says, where it was worked out. */
    private static Stream<Field> asInOffers() {
        return Stream.of(
                        Offers.TARGET_TYPE,
                        Offers.PRODUCT_NAME,
                        Offers.ANCHOR_PRODUCT_ID,
                        Offers.TRIGGER,
                        Offers.TRIGGER_WEIGHT,
                        Offers.RANK_SCORE,
                        Offers.P_BUY,
                        Offers.P_BUY_TIMES_USUAL,
                        Offers.P_ACCEPT,
                        Offers.UPLIFT,
                        Offers.UPLIFT_LOW,
                        Offers.UPLIFT_HIGH,
                        Offers.UPLIFT_SOURCE,
                        Offers.UNIT_MARGIN,
                        Offers.DELTA_LTV,
                        Offers.CONTACT_COST,
                        Offers.FATIGUE_COST,
                        Offers.EVIDENCE,
                        Offers.PRIOR,
                        Offers.PRIOR_STRENGTH,
                        Offers.TRIALS,
                        Offers.TAKEN,
                        Offers.REASON_TEXT,
                        Offers.EVIDENCE_TEXT)
                .map(name -> Offers.TABLE.column(name).orElseThrow())
                .map(column -> column.required() ? column.orNull("not told") : column);
    }

    private SuppressedOffers() {}
}
