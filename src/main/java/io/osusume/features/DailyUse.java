package io.osusume.features;

import java.util.Arrays;

/**
 * One metric of one product, day by day: element a is the use of the day of age a (0 the as-of day), NaN where it was not
 * observed. Measurements come the oldest first, one a day.
 */
final class DailyUse {
    static final int DAYS = ProductUse.RECENT_DAYS + ProductUse.PREVIOUS_DAYS;

    /** A step between measurements so many times as long as the usual one around it is a hole in the record. */
    private static final double HOLE = 1.5;
    /** The steps before and after that tell the usual one. */
    private static final int AROUND = 2;

    private DailyUse() {}

    /**
     * A level stands as measured until the next measurement, so that it does not matter how often it is measured.
     *
     * @param holds for how many days the last measurement stands, its own day among them
     */
    static double[] level(int[] ages, double[] values, int holds) {
        double[] daily = unobserved();
        for (int i = 0; i < ages.length; i++) {
            int until = i + 1 < ages.length ? ages[i + 1] + 1 : Math.max(0, ages[i] - holds + 1);
            fill(daily, until, ages[i], values[i]);
        }
        return daily;
    }

    /** A sum is of the days since the measurement before, evenly; after a hole nobody knows of how many, so of none. */
    static double[] sum(int[] ages, double[] values) {
        double[] daily = unobserved();
        for (int i = 0; i < ages.length && ages.length > 1; i++) {
            int step = step(ages, i);
            if (step <= HOLE * usual(ages, i)) {
                fill(daily, ages[i], ages[i] + step - 1, values[i] / step);
            }
        }
        return daily;
    }

    /** Of a sum that is measured only when there is any: nothing on all other days since the first of all. */
    static double[] sparse(int[] ages, double[] values, int firstAge) {
        double[] daily = unobserved();
        fill(daily, 0, firstAge, 0);
        for (int i = 0; i < ages.length; i++) {
            fill(daily, ages[i], ages[i], values[i]);
        }
        return daily;
    }

    /** How long the last measurement of a product that the customer no longer has stands at most: as the one before it. */
    static int lastStep(int[] ages, int most) {
        return ages.length < 2 ? most : Math.min(most, step(ages, ages.length - 1));
    }

    /** A bit for each of the four 28-day periods with use: 1 the last. */
    static int activePeriods(double[] daily) {
        int bits = 0;
        for (int age = 0; age < DAYS; age++) {
            bits |= daily[age] > 0 ? 1 << (age / ProductUse.RECENT_DAYS) : 0;
        }
        return bits;
    }

    private static double[] unobserved() {
        double[] daily = new double[DAYS];
        Arrays.fill(daily, Double.NaN);
        return daily;
    }

    private static void fill(double[] daily, int youngest, int oldest, double value) {
        for (int age = youngest; age <= oldest && age < DAYS; age++) {
            daily[age] = value;
        }
    }

    /** Days since the measurement before; of the first one, till the next. */
    private static int step(int[] ages, int i) {
        int later = Math.max(1, i);
        return ages[later - 1] - ages[later];
    }

    private static double usual(int[] ages, int i) {
        int[] around = java.util.stream.IntStream.rangeClosed(
                        Math.max(1, i - AROUND), Math.min(ages.length - 1, i + AROUND))
                .map(k -> step(ages, k))
                .sorted()
                .toArray();
        int half = around.length / 2;
        return around.length % 2 == 1 ? around[half] : (around[half - 1] + around[half]) / 2.0;
    }
}
