package io.osusume.tables;

/** What kind of offer: see column {@code offer_type} of {@link Offers}. */
public enum OfferType implements Word {
    /** A related, different product. */
    CROSS_SELL("cross_sell"),
    /** A higher tier of the same family. */
    UPSELL("upsell"),
    /** A lower tier, to keep who would leave. */
    DOWNSELL("downsell"),
    /** Products that sell together, at one price under their sum. */
    BUNDLE("bundle"),
    /** A consumable bought again and again, by subscription. */
    SUBSCRIBE("subscribe"),
    /** Content, no sales offer. */
    NURTURE("nurture");

    private final String wire;

    OfferType(String wire) {
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
