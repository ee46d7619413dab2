package io.osusume.ranking;

/** Days before a moment over which it is counted how a product sells. */
public enum Span {
    WEEK(7, Feature.BUYERS_7, Feature.NEW_BUYERS_7),
    FORTNIGHT(14, Feature.BUYERS_14, Feature.NEW_BUYERS_14),
    FOUR_WEEKS(28, Feature.BUYERS_28, Feature.NEW_BUYERS_28),
    EIGHT_WEEKS(56, Feature.BUYERS_56, Feature.NEW_BUYERS_56),
    /** All time, over which every buyer is a new one. */
    EVER(Integer.MAX_VALUE, Feature.BUYERS_EVER, null);

    private final int days;
    private final Feature buyers;
    private final Feature newBuyers;

    Span(int days, Feature buyers, Feature newBuyers) {
        this.days = days;
        this.buyers = buyers;
        this.newBuyers = newBuyers;
    }

    int days() {
        return days;
    }

    /** The feature that tells the share of all buyers. */
    Feature buyers() {
        return buyers;
    }

    /** The feature that tells the share of all new buyers; null where it would tell the same. */
    Feature newBuyers() {
        return newBuyers;
    }

    /** Its place where figures are kept by span. */
    @SuppressWarnings("EnumOrdinal") // figures are laid out by this very list
    int index() {
        return ordinal();
    }
}
