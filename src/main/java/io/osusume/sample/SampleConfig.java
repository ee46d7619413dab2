package io.osusume.sample;

import io.osusume.errors.UserException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What world to generate. The averages are aims, met within a tenth or so; everything else is exact.
 *
 * @param customers ordinary customers, 1 to 50,000,000; the story customers come on top
 * @param seed any number; the same options and seed give the same rows
 * @param months length of the order history, 6 to 60
 * @param lastDay the last day with ordinary rows (UTC), the natural as-of date
 * @param theme which catalogue of names, ids and prices
 * @param linesPerCustomer order lines per customer on average, 4 to 100
 * @param usagePerCustomer usage rows per customer on average, 1 to 200
 * @param fillerProducts further products beside the catalogue, 0 to 1,000,000, bought in clusters by popularity
 */
public record SampleConfig(
        long customers,
        long seed,
        int months,
        LocalDate lastDay,
        Theme theme,
        double linesPerCustomer,
        double usagePerCustomer,
        int fillerProducts)
        implements Serializable {

    /** The day on which the committed sample ends. */
    public static final LocalDate DEFAULT_LAST_DAY = LocalDate.of(2026, 6, 30);

    /** @throws UserException naming every value that is out of range, with the range */
    public SampleConfig {
        List<String> errors = new ArrayList<>();
        check(errors, "customers", (double) customers, 1, 50_000_000);
        check(errors, "months", months, 6, 60);
        check(errors, "lines-per-customer", linesPerCustomer, 4, 100);
        check(errors, "usage-per-customer", usagePerCustomer, 1, 200);
        check(errors, "products", fillerProducts, 0, 1_000_000);
        if (lastDay == null) {
            errors.add("last-day is missing: give a date such as " + DEFAULT_LAST_DAY);
        }
        if (theme == null) {
            errors.add("theme is missing: give one of " + Theme.names());
        }
        if (!errors.isEmpty()) {
            throw UserException.configuration(String.join("; ", errors));
        }
    }

    /** The committed sample's options for this many customers and this seed. */
    public static SampleConfig of(long customers, long seed) {
        return new SampleConfig(customers, seed, 18, DEFAULT_LAST_DAY, Theme.MAIN, 10.5, 7.2, 0);
    }

    /** The same world under other names, ids and prices. */
    public SampleConfig withTheme(Theme other) {
        return new SampleConfig(
                customers, seed, months, lastDay, other, linesPerCustomer, usagePerCustomer, fillerProducts);
    }

    /** The same world with other averages of order lines and usage rows per customer. */
    public SampleConfig withAverages(double lines, double usage) {
        return new SampleConfig(customers, seed, months, lastDay, theme, lines, usage, fillerProducts);
    }

    private static void check(List<String> errors, String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            errors.add("%s is %s: give a number from %s to %s".formatted(name, plain(value), plain(low), plain(high)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
