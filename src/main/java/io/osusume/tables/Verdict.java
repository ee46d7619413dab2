package io.osusume.tables;

/** What may be said of an effect: column {@code verdict}. */
public enum Verdict implements Word {
    WORKS("works"),
    HARMS("harms"),
    /** More customers are needed before anything can be said. */
    NO_EVIDENCE_YET("no_evidence_yet"),
    /** Nothing can be said, and {@code why} tells the reason. */
    NOT_JUDGED("not_judged");

    private final String wire;

    Verdict(String wire) {
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
