package io.osusume.tables;

/** What makes an offer timely: see column {@code trigger} of {@link Offers}. */
public enum Trigger implements Word {
    POST_PURCHASE("post_purchase"),
    RENEWAL("renewal"),
    USAGE_LIMIT("usage_limit"),
    HEAVY_SPEND("heavy_spend"),
    INTEREST("interest"),
    REPLENISHMENT("replenishment"),
    ONBOARDING_DONE("onboarding_done"),
    CANCEL_RISK("cancel_risk"),
    ACCOUNT_SURGE("account_surge"),
    /** Nothing does. */
    NONE("none");

    private final String wire;

    Trigger(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
