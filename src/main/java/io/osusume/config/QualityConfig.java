package io.osusume.config;

import java.time.LocalDate;

/** When data is not fit to publish from. */
public record QualityConfig(
        @Range(min = 0, max = 1, unit = "share of rows") double maxRejectRate,
        LocalDate earliestDate,
        LocalDate latestDate,
        @Range(min = 0, max = 1, unit = "share of rows") double minVolumeRatio) {
    public QualityConfig {
        new Checks()
                .that(
                        earliestDate.isBefore(latestDate),
                        "earliest_date",
                        earliestDate,
                        "must be before quality.latest_date (" + latestDate + ")",
                        "write an earlier date, or a later quality.latest_date")
                .verify();
    }
}
