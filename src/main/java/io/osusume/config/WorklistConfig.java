package io.osusume.config;

import java.io.Serializable;

/** What there is to do beside offers, and for whom. */
public record WorklistConfig(
        @Like(value = Like.NOT_BLANK, what = "a name that no salesperson has")
        String pool,

        @Range(min = 0, max = 366, unit = "days") int renewalDays,
        @Range(min = 0, max = 366, unit = "days") int noticeDays,
        @Range(min = 0, max = 366, unit = "days") int followUpAfterDays,
        @Range(min = 0, max = 366, unit = "days") int followUpDays,
        @Range(min = 0, max = 366, unit = "days") int welcomeDays,
        @Range(min = 1, max = 3660, unit = "days") int silentDays)
        implements Serializable {
    public WorklistConfig {
        new Checks()
                .atLeast("follow_up_days", followUpDays, "worklist.follow_up_after_days", followUpAfterDays)
                .verify();
    }
}
