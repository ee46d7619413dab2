package io.osusume.tables;

/** Whether a customer is offered anything, so that effects can be measured: see column {@code arm} of {@link Customers} and {@link Offers}. */
public enum Arm implements Word {
    TREATED("treated"),
    /** Whose offers are withheld. */
    CONTROL("control");

    private final String wire;

    Arm(String wire) {
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
