package io.osusume.tables;

/** What became of an offer: see column {@code event} of {@link OfferEvents}. */
public enum OfferEventType implements Word {
    DELIVERED("delivered"),
    VIEWED("viewed"),
    CLICKED("clicked"),
    ACCEPTED("accepted"),
    /** Stops offers of the product for a while. */
    DECLINED("declined"),
    /** Stops all offers. */
    UNSUBSCRIBED("unsubscribed"),
    /** It would have been delivered, but to the control arm. */
    WITHHELD("withheld");

    private final String wire;

    OfferEventType(String wire) {
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
