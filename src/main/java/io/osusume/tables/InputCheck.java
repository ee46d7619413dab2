package io.osusume.tables;

/** A check of the inputs that stops a night, by the name with which a person may let one night pass it ({@code --accept}). */
public enum InputCheck implements Word {
    /** An input has no rows at all. */
    EMPTY("empty"),
    /** No order line, or contract where there are no orders, lies on or before the as-of date and is valid. */
    NO_ORDERS("no_orders"),
    /** More rows were rejected than {@code quality.max_reject_rate} allows. */
    REJECTS("rejects"),
    /** The newest row is older than {@code max_lag_days} allows. */
    STALE("stale"),
    /** Far fewer rows than in the run before ({@code quality.min_volume_ratio}). */
    VOLUME("volume"),
    /** More order lines than tolerated have a status that no list names. */
    STATUSES("statuses"),
    /** Fewer ids of one input stand in another than {@code quality.min_match} allows. */
    MATCHES("matches");

    private final String wire;

    InputCheck(String wire) {
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
