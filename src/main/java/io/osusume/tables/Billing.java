package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How often a product is paid for: see column {@code billing} of {@link Products}. Any other period is a number of months or weeks. */
public enum Billing implements Word {
    ONE_TIME("one_time", null, 0),
    WEEKLY("weekly", "P7D", 52),
    MONTHLY("monthly", "P1M", 12),
    QUARTERLY("quarterly", "P3M", 4),
    HALF_YEARLY("half_yearly", "P6M", 2),
    ANNUAL("annual", "P12M", 1);

    /** A number of months, up to a hundred years. */
    public static final String MONTHS = "[1-9][0-9]{0,2}|1[01][0-9]{2}|1200";

    /** Several weeks: 2 weeks, 6 weeks. */
    public static final String WEEKS = "[1-9][0-9]? weeks";

    /** Any other period than those that have a name. */
    public static final String OTHER = MONTHS + "|" + WEEKS;

    private static final Pattern A_NUMBER = Pattern.compile(MONTHS);
    private static final Pattern SOME_WEEKS = Pattern.compile(WEEKS);
    private static final double MONTHS_PER_YEAR = 12;

    private final String wire;
    private final String period;
    private final int periodsPerYear;

    Billing(String wire, String period, int periodsPerYear) {
        this.wire = wire;
        this.period = period;
        this.periodsPerYear = periodsPerYear;
    }

    /** From payment to payment, as ISO 8601; null where there is one payment alone. */
    public String period() {
        return period;
    }

    /** Payments a year under a contract, of a wire name or a number of months or weeks; 0 where there is none, or nothing is known. */
    public static double periodsPerYear(String billing) {
        if (billing == null) {
            return 0;
        }
        if (SOME_WEEKS.matcher(billing).matches()) {
            return (double) WEEKLY.periodsPerYear / weeks(billing);
        }
        return A_NUMBER.matcher(billing).matches()
                ? MONTHS_PER_YEAR / Integer.parseInt(billing)
                : Word.of(Billing.class, billing)
                        .map(b -> (double) b.periodsPerYear)
                        .orElse(0.0);
    }

    /** How many weeks {@link #WEEKS} names. */
    public static int weeks(String billing) {
        return Integer.parseInt(billing.substring(0, billing.indexOf(' ')));
    }

    /** The wire names of what runs under a contract. */
    public static List<String> byContract() {
        return Arrays.stream(values())
                .filter(b -> b.periodsPerYear > 0)
                .map(Billing::wire)
                .toList();
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
