package io.osusume.tables;

/** Where the uplift of an offer comes from. */
public enum UpliftSource implements Word {
    MEASURED("measured"),
    PARTLY("partly"),
    ASSUMED("assumed");

    private final String wire;

    UpliftSource(String wire) {
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
