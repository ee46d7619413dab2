package io.osusume.rules;

import io.osusume.tables.Rules;

/** What makes one basket: see {@link Baskets}. */
public enum BasketKind {
    /** The products of one order. */
    ORDER(Rules.ORDER),
    /** The products that one customer bought within a window. */
    CUSTOMER(Rules.CUSTOMER);

    private final String label;

    BasketKind(String label) {
        this.label = label;
    }

    /** Its name in column {@code basket_kind}. */
    public String label() {
        return label;
    }
}
