package io.osusume.config;

import java.time.LocalDate;
import java.util.List;

/** When data is not fit to publish from. */
public record QualityConfig(
        @Range(min = 0, max = 1, unit = "share of rows") double maxRejectRate,
        LocalDate earliestDate,
        LocalDate latestDate,
        @Range(min = 0, max = 1, unit = "share of rows") double minVolumeRatio,
        List<String> nulls,
        @Range(min = 0, unit = "days") int rejectedDays) {
    public QualityConfig {
        nulls = List.copyOf(nulls);
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
