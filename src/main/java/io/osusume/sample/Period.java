package io.osusume.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The days of the world, counted from 0 (first) to {@code days() - 1} (last). Times are UTC. */
record Period(LocalDate first, LocalDate last) {

    static Period of(SampleConfig config) {
        return new Period(config.lastDay().plusDays(1).minusMonths(config.months()), config.lastDay());
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    LocalDateTime endExclusive() {
        return last.plusDays(1).atStartOfDay();
    }

    boolean covers(LocalDateTime time) {
        return time.isBefore(endExclusive());
    }

    /** A moment of this day between 00:30 and 14:30 UTC: the same date in Europe and in Japan. */
    LocalDateTime at(double day, Dice dice) {
        return first.plusDays((long) day).atStartOfDay().plusMinutes(dice.between(30, 14 * 60 + 30));
    }

    /** Noon in Japan, this many days before the last day. */
    LocalDateTime daysAgo(int days) {
        return last.minusDays(days).atTime(3, 0);
    }

    int dayOf(LocalDateTime time) {
        return (int) ChronoUnit.DAYS.between(first, time.toLocalDate());
    }

    static String text(LocalDateTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MINUTES) + ":00Z";
    }
}
