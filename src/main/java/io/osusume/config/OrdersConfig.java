package io.osusume.config;

import java.util.List;

/** What the words of {@code orders.status} mean. */
public record OrdersConfig(
        List<String> completedStatuses,
        List<String> returnStatuses,
        List<String> cancelledStatuses,
        List<String> adjustmentStatuses,
        UnknownStatus unknownStatus) {

    /** What a line counts for whose status is in no list. */
    public enum UnknownStatus {
        STOP,
        SALE,
        LEAVE_OUT
    }
}
