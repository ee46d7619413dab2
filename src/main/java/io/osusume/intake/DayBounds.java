package io.osusume.intake;

import io.osusume.config.QualityConfig;
import io.osusume.config.SubscriptionsConfig.FutureDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instants that decide what a run may see.
 *
 * @param end the first instant after the as-of day: nothing from here on is seen
 * @param earliest the first instant that is believed
 * @param latest the first instant that is no longer believed
 * @param futureDates whether plans of contracts are known of which nobody tells when they were entered
 */
public record DayBounds(Instant end, Instant earliest, Instant latest, FutureDates futureDates) {

    /** The bounds of a run dated {@code asOf}, whose days begin and end in {@code zone}. */
    public static DayBounds of(LocalDate asOf, ZoneId zone, QualityConfig quality) {
        return new DayBounds(
                startOf(asOf.plusDays(1), zone),
                startOf(quality.earliestDate(), zone),
                startOf(quality.latestDate().plusDays(1), zone),
                FutureDates.KNOWN);
    }

    /** The same, with plans known or not. */
    public DayBounds with(FutureDates plans) {
        return new DayBounds(end, earliest, latest, plans);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
