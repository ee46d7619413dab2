package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
    public static final String P_BUY_TIMES_USUAL = "p_buy_times_usual";

    public static final String P_ANYWAY = "p_anyway";
    public static final String P_ACCEPT = "p_accept";
    public static final String P_ACCEPT_LOW = "p_accept_low";
    public static final String P_ACCEPT_HIGH = "p_accept_high";
    public static final String UPLIFT = "uplift";
    public static final String UPLIFT_LOW = "uplift_low";
    public static final String UPLIFT_HIGH = "uplift_high";
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
    public static final String EVIDENCE_TEXT = "evidence_text";
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
    public static final String EVIDENCE = "evidence";
    public static final String PRIOR = "prior";

    public static final String PRIOR_STRENGTH = "prior_strength";
    public static final String TRIALS = "trials";

    public static final String TAKEN = "taken";
    public static final String ACCEPTANCE_TERMS = "acceptance_terms";

    /** The fields of {@link #ACCEPTANCE_TERMS}. */
    public static final String TERM = "term";

    public static final String LEVEL = "level";
    public static final String X = "x";
    public static final String ADDS = "adds";

    static final DataType TERMS = DataTypes.createArrayType(new StructType()
            .add(TERM, Types.TEXT)
            .add(LEVEL, Types.TEXT)
            .add(X, Types.ESTIMATE)
            .add(ADDS, Types.ESTIMATE));

    public static final Table TABLE = Table.of(
            "offers",
            "one offer that may be made tonight, to one target",
            List.of(OFFER_ROW_ID),
            Field.text(OFFER_ROW_ID, "Hash of target, type and product or bundle: the same on every night"),
            Field.text(TARGET_TYPE, "customer or account"),
            Field.text(TARGET_ID, "Whom it is made to: a customer, or an account that surges"),
            Field.text(CUSTOMER_ID, "The recipient; of an account the most interested who may be contacted")
                    .orNull("none is known"),
            Field.text(ACCOUNT_ID, "The recipient's account, or the target").orNull("of none"),
            Field.text(OWNER, "The salesperson who looks after the recipient").orNull("nobody does"),
            Field.text(OFFER_TYPE, Word.either(OfferType.class)),
            Field.text(PRODUCT_ID, "What is offered").orNull("a bundle, or content"),
            Field.text(PRODUCT_NAME, "Its name").orNull("a bundle, or content"),
            Field.text(BUNDLE_ID, "The bundle that is offered").orNull("a product, or content"),
            Field.texts(BUNDLE_ITEMS, "Its products, sorted").orNull("no bundle"),
            Field.text(ANCHOR_PRODUCT_ID, "The product that it builds on or replaces")
                    .orNull("none"),
            Field.text(CONTENT_TRACK, "What to teach, of a nurture row").orNull("an offer to buy"),
            Field.whole(
                    RANK,
                    "From 1 for each target, by rank_score; an offer of the night before before one that is little better"),
            Field.estimate(RANK_SCORE, "expected_value · trigger_weight (÷ it below 0)")
                    .in("money"),
            Field.estimate(P_BUY, "Probability that the target buys it anyway within ranker.horizon_days")
                    .orNull("the product is not ranked, or nothing could be learned"),
            Field.estimate(P_BUY_TIMES_USUAL, "p_buy ÷ its mean over all that was ranked tonight")
                    .orNull("no p_buy"),
            Field.estimate(
                            P_ANYWAY,
                            "Probability that it is bought anyway within offers.acceptance.window_days: p_buy, brought to them")
                    .orNull("not learned"),
            Field.estimate(P_ACCEPT, "Probability that it is accepted if offered"),
            Field.estimate(P_ACCEPT_LOW, "Lower end of its interval").orNull("not told"),
            Field.estimate(P_ACCEPT_HIGH, "Upper end of it").orNull("not told"),
            Field.estimate(UPLIFT, "How much likelier it is bought for being offered; see uplift_source"),
            Field.estimate(UPLIFT_LOW, "Lower end of its interval").orNull("not told"),
            Field.estimate(UPLIFT_HIGH, "Upper end of it").orNull("not told"),
            Field.text(
                    UPLIFT_SOURCE,
                    "measured by control groups; assumed: p_accept less p_anyway (or nothing); partly: between the two"),
            Field.money(UNIT_MARGIN, "One-off contribution of the sale; 0 for a plan")
                    .orNull("not told"),
            Field.money(DELTA_LTV, "Recurring value after − before, over the horizon; may be negative")
                    .orNull("not told"),
            Field.estimate(
                            EXPECTED_VALUE,
                            "uplift · (unit_margin + delta_ltv) − contact_cost − (1 − p_accept) · fatigue_cost")
                    .in("money"),
            Field.text(CURRENCY, "The currency of all amounts of the row").orNull("not told"),
            Field.money(PRICE, "Of one unit, bundle or billing period")
                    .orNull("not known, or content")
                    .notNegative(),
            Field.text(TRIGGER, "What makes it timely: post_purchase, renewal, usage_limit, …; none: nothing does"),
            Field.text(CHANNEL, "By which way it goes out").orNull("not told"),
            Field.day(VALID_FROM, "The first day of the offer; kept while it runs"),
            Field.day(VALID_TO, "The last day of it"),
            Field.day(NEXT_CONTACT_OK_AT, "The first day on which the recipient may be contacted")
                    .orNull("not told"),
            Field.text(REASON_CODE, "The template of the sentence that says why"),
            Field.text(REASON_TEXT, "That sentence, to the customer and in the recipient's language: a benefit"),
            Field.text(
                            EVIDENCE_TEXT,
                            "What speaks for it, to the team and in run.language: figures, then those of earlier offers of it")
                    .orNull("not told"),
            Field.text(RULE_ID, "The rule that speaks for it").orNull("none does"),
            Field.estimate(CONFIDENCE, "That rule's confidence").orNull("no rule"),
            Field.estimate(LIFT, "That rule's lift").orNull("no rule"),
            Field.estimate(Q_VALUE, "That rule's q value").orNull("no rule"),
            Field.text(LWP_SEGMENT, "The recipient's segment"),
            Field.text(LWP_PRIORITY, "The recipient's priority, A to D"),
            Field.text(EXPERIMENT_ID, "The experiment that drew the arm"),
            Field.text(ARM, "treated; control in withheld_offers"),
            Field.estimate(SELECTION_PROB, "Probability with which it was chosen; 1: nothing was left to chance"),
            Field.text(ROW_HASH, "Changes with what someone would act on: target, product, price, dates, rank, reason"),
            Field.instant(UPDATED_AT, "End of the as-of day of the first night with this row_hash"),
            Field.whole(SCHEMA_VERSION, "The major version of the contract of the published tables"),
            Field.estimate(TRIGGER_WEIGHT, "Configured weight of the trigger"),
            Field.estimate(CONTACT_COST, "Configured cost of one contact").in("money"),
            Field.estimate(
                            FATIGUE_COST,
                            "Configured cost of an offer that is not accepted, by touches of the 30 days before")
                    .in("money"),
            Field.estimate(
                    EVIDENCE,
                    "How many times the usual it speaks for it; of a sale with p_buy that, ÷ the mean ranked"),
            Field.estimate(PRIOR, "What p_accept would be without past outcomes of its type, trigger and segment"),
            Field.estimate(PRIOR_STRENGTH, "How many trials the prior counts as")
                    .in("trials"),
            Field.estimate(TRIALS, "Past trials of offers of its type, trigger and segment")
                    .in("trials"),
            Field.estimate(TAKEN, "How many of them were taken").in("trials"),
            Field.of(
                            ACCEPTANCE_TERMS,
                            TERMS,
                            "The sum that ln(p_accept ÷ (1 − p_accept)) is: adds = x · the coefficient of table acceptance")
                    .orNull("not told"));

    private Offers() {}
}
