package io.osusume.stats;

import java.util.Arrays;

/** The different values of a column from the smallest up, and how much weight lies below each: what quantiles and ranks need. */
public final class WeightedValues {
    private final double[] values;
    private final double[] below;
    private final double all;

    private WeightedValues(double[] values, double[] below, double all) {
        this.values = values;
        this.below = below;
        this.all = all;
    }

    /** Of rows, of which two columns are the value and its weight. */
    public static WeightedValues of(double[][] rows, int value, int weight) {
        double[] values = distinct(rows, value);
        double[] weights = new double[values.length];
        for (double[] row : rows) {
            weights[place(values, row[value])] += row[weight];
        }
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            double own = weights[i];
            weights[i] = all;
            all += own;
        }
        return new WeightedValues(values, weights, all);
    }

    private static double[] distinct(double[][] rows, int value) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = rows[i][value];
        }
        Arrays.parallelSort(sorted);
        int n = 0;
        for (double next : sorted) {
            if (n == 0 || Double.compare(next, sorted[n - 1]) != 0) {
                sorted[n++] = next;
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    private static int place(double[] values, double value) {
        return Arrays.binarySearch(values, value);
    }

    /** The weight of all. */
    public double all() {
        return all;
    }

    public int size() {
        return values.length;
    }

    /** The value at a place, from 0. */
    public double value(int place) {
        return values[place];
    }

    /** The weight of all smaller values. */
    public double below(int place) {
        return below[place];
    }

    /** The rank of one of the values, from 1: the middle of the ranks of those that have it. */
    public double rank(double value) {
        int place = place(values, value);
        double above = place + 1 < below.length ? below[place + 1] : all;
        return (below[place] + above + 1) / 2;
    }
}
