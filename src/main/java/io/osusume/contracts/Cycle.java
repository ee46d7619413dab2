package io.osusume.contracts;

import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** A step of the calendar: so many months, or so many days. From the 31st, a month leads to the last day of a shorter month. */
public record Cycle(int months, int days) implements Serializable {
    public static final Cycle MONTH = new Cycle(1, 0);
    public static final Cycle YEAR = new Cycle(12, 0);

    private static final Map<String, Cycle> BY_NAME = Map.of(
            "weekly", new Cycle(0, 7),
            "monthly", MONTH,
            "quarterly", new Cycle(3, 0),
            "half_yearly", new Cycle(6, 0),
            "annual", YEAR);
    /** A hundred years: what is longer is no period of a contract. */
    private static final double MONTH_AT_LEAST = 0.9;

    private static final int MOST_MONTHS = 1200;
    private static final double OVERDUE = 1.5;
    private static final int DAYS_PER_WEEK = 7;

    public Cycle {
        if (months < 0 || days < 0 || months + days == 0 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("no period of a contract: " + months + " months, " + days + " days");
        }
    }

    public static Cycle ofMonths(int months) {
        return new Cycle(months, 0);
    }

    /** The months that so many days are about, or the days where they are fewer than a month's. */
    public static Cycle ofDays(double days) {
        double months = days * 12 / Discount.DAYS_PER_YEAR;
        return months < MONTH_AT_LEAST
                ? new Cycle(0, (int) Math.max(1, Math.round(days)))
                : ofMonths((int) Math.round(months));
    }

    /** Of {@code weekly}, {@code monthly}, {@code quarterly}, {@code half_yearly}, {@code annual} a number of months, or of weeks such as {@code 3 weeks}. */
    public static Optional<Cycle> named(String billing) {
        if (billing == null) {
            return Optional.empty();
        }
        String name = billing.strip().toLowerCase(java.util.Locale.ROOT);
        if (name.matches(Billing.MONTHS)) {
            return Optional.of(ofMonths(Integer.parseInt(name)));
        }
        return name.matches(Billing.WEEKS)
                ? Optional.of(new Cycle(0, DAYS_PER_WEEK * Billing.weeks(name)))
                : Optional.ofNullable(BY_NAME.get(name));
    }

    /** What {@link #named} reads it from, as a number of months or weeks; empty where it is neither. */
    Optional<String> billing() {
        if (days == 0) {
            return Optional.of(String.valueOf(months));
        }
        return months == 0 && days % DAYS_PER_WEEK == 0
                ? Optional.of(days / DAYS_PER_WEEK + " weeks")
                : Optional.empty();
    }

    /** ISO 8601, such as {@code P1M}. */
    public String iso() {
        return Period.of(0, months, days).toString();
    }

    public static Cycle ofIso(String iso) {
        Period period = Period.parse(iso);
        return new Cycle((int) period.toTotalMonths(), (int) period.get(ChronoUnit.DAYS));
    }

    /** The day {@code steps} cycles after {@code from}. */
    public LocalDate after(LocalDate from, int steps) {
        return from.plusMonths((long) months * steps).plusDays((long) days * steps);
    }

    /** The greatest k ≥ 0 with k cycles from {@code from} not after {@code day}; 0 where {@code day} is before that. */
    public int steps(LocalDate from, LocalDate day) {
        long apart = day.toEpochDay() - from.toEpochDay();
        int k = (int) Math.max(0, apart / lengthDays() - 1);
        while (!after(from, k + 1).isAfter(day)) {
            k++;
        }
        return apart < 0 ? 0 : k;
    }

    /** Whether what comes once a cycle is overdue: nothing came for one and a half. */
    boolean silentSince(LocalDate last, LocalDate asOf) {
        return asOf.toEpochDay() - last.toEpochDay() > OVERDUE * lengthDays();
    }

    /** Mean length. */
    public double lengthDays() {
        return months * Discount.DAYS_PER_YEAR / 12 + days;
    }

    public double perYear() {
        return Discount.DAYS_PER_YEAR / lengthDays();
    }
}
