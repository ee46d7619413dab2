package io.osusume.tables;

/** How ready a customer is, by the first that holds, in this order: see column {@code segment} of {@link LwpSegments}. */
public enum Segment implements Word {
    OPTED_OUT("opted_out"),
    CARE("care"),
    AT_RISK("at_risk"),
    FATIGUED("fatigued"),
    READY("ready"),
    DEVELOP("develop"),
    WATCH("watch"),
    NURTURE("nurture");

    private final String wire;

    Segment(String wire) {
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
