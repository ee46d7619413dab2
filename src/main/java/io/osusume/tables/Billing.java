package io.osusume.tables;

import java.util.Arrays;
import java.util.List;

/** How often a product is paid for: see column {@code billing} of {@link Products}. */
public enum Billing implements Word {
    ONE_TIME("one_time", 0),
    WEEKLY("weekly", 52),
    MONTHLY("monthly", 12),
    QUARTERLY("quarterly", 4),
    HALF_YEARLY("half_yearly", 2),
    ANNUAL("annual", 1);

    private final String wire;
    private final int periodsPerYear;

    Billing(String wire, int periodsPerYear) {
        this.wire = wire;
        this.periodsPerYear = periodsPerYear;
    }

    /** Payments a year under a contract; 0 where there is none. */
    public int periodsPerYear() {
        return periodsPerYear;
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
