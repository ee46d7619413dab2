package io.osusume.offers;

/** Columns of a candidate: one target, one offer type, one product, with the evidence for it. */
final class Candidates {
    static final String CUSTOMER_ID = "customer_id";
    static final String OFFER_TYPE = "offer_type";
    static final String PRODUCT_ID = "product_id";
    /** What the customer has that the offer builds on. */
    static final String ANCHOR_PRODUCT_ID = "anchor_product_id";

    static final String TRIGGER = "trigger";
    /** How much more likely than usual the evidence makes it: a lift, or use against the limit. Above 0. */
    static final String EVIDENCE = "evidence";
    /** The figure that the reason text shows: confidence, utilisation, or 28-day use. */
    static final String FIGURE = "figure";
    /** How many units of the anchor are held; what an upsell replaces. */
    static final String UNITS = "units";

    static final String RULE_ID = "rule_id";
    static final String CONFIDENCE = "confidence";
    static final String LIFT = "lift";
    static final String Q_VALUE = "q_value";

    static final String[] ALL = {
        CUSTOMER_ID,
        OFFER_TYPE,
        PRODUCT_ID,
        ANCHOR_PRODUCT_ID,
        TRIGGER,
        EVIDENCE,
        FIGURE,
        UNITS,
        RULE_ID,
        CONFIDENCE,
        LIFT,
        Q_VALUE
    };

    /** Values of {@link #TRIGGER}. */
    static final String NONE = "none";

    static final String USAGE_LIMIT = "usage_limit";
    static final String HEAVY_SPEND = "heavy_spend";

    private Candidates() {}
}
