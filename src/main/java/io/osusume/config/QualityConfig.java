package io.osusume.config;

import java.time.LocalDate;

/**
 * When data is not fit to publish from.
 *
 * @param maxRejectRate the largest tolerated share of rejected rows among rows not after the as-of date, per input
 * @param earliestDate times before the start of this day are rejected
 * @param latestDate times after the end of this day are rejected
 * @param minVolumeRatio an input must have at least this share of the rows it had in the newest earlier run; 0 turns the
 *     check off
 */
public record QualityConfig(double maxRejectRate, LocalDate earliestDate, LocalDate latestDate, double minVolumeRatio) {
    public QualityConfig {
        new Checks()
                .fraction("max_reject_rate", maxRejectRate)
                .fraction("min_volume_ratio", minVolumeRatio)
                .that(
                        earliestDate.isBefore(latestDate),
                        "earliest_date",
                        earliestDate,
                        "must be before quality.latest_date (" + latestDate + ")")
                .verify();
    }
}
