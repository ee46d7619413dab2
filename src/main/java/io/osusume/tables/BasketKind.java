package io.osusume.tables;

/** What makes one basket: see column {@code basket_kind} of {@link Rules}. */
public enum BasketKind implements Word {
    /** The products of one order. */
    ORDER("order"),
    /** The products that one customer bought within a window. */
    CUSTOMER("customer"),
    /** The plans that one customer has under contract. */
    CONTRACT("contract");

    private final String wire;

    BasketKind(String wire) {
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
