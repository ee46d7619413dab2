package io.osusume.offers;

/**
 * When an offer may be made, and why then.
 *
 * @param trigger as in the column {@code trigger}
 * @param from the first day, since 1970-01-01
 * @param to the last day
 * @param weight by which the expected value is multiplied for ranking
 */
record Moment(String trigger, int from, int to, double weight) {
    static final String POST_PURCHASE = "post_purchase";
    static final String RENEWAL = "renewal";
    static final String USAGE_LIMIT = "usage_limit";
    static final String HEAVY_SPEND = "heavy_spend";
    static final String INTEREST = "interest";
    static final String REPLENISHMENT = "replenishment";
    static final String ONBOARDING_DONE = "onboarding_done";
    static final String CANCEL_RISK = "cancel_risk";
    static final String ACCOUNT_SURGE = "account_surge";
    static final String NONE = "none";

    Moment endingBy(Integer day) {
        return day == null || day >= to ? this : new Moment(trigger, Math.min(from, day), day, weight);
    }
}
