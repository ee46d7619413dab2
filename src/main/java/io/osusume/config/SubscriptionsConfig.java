package io.osusume.config;

/** How contracts are read. */
public record SubscriptionsConfig(FutureDates futureDates) {

    /** Whether starts and ends that lie ahead are known. */
    public enum FutureDates {
        KNOWN,
        UNKNOWN
    }
}
