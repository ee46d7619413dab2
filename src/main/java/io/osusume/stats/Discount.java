package io.osusume.stats;

/** What a payment of a later day is worth today. */
public final class Discount {
    /** Leap years included. */
    public static final double DAYS_PER_YEAR = 365.25;

    private Discount() {}

    /** (1 + d)^(−t/365.25) with d the annual rate and t in days. */
    public static double factor(double days, double annualRate) {
        return Math.pow(1 + annualRate, -days / DAYS_PER_YEAR);
    }
}
