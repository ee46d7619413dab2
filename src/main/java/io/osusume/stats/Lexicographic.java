package io.osusume.stats;

import java.util.Arrays;

/** Rows of numbers ordered by their first column, then by the next: sums over them do not depend on where they came from. */
public final class Lexicographic {
    private Lexicographic() {}

    /** The same rows, all of one width, in order; sorted on all cores. */
    public static double[][] sorted(double[][] rows) {
        double[][] sorted = rows.clone();
        Arrays.parallelSort(sorted, Lexicographic::compare);
        return sorted;
    }

    private static int compare(double[] a, double[] b) {
        int order = 0;
        for (int i = 0; order == 0 && i < a.length; i++) {
            order = Double.compare(a[i], b[i]);
        }
        return order;
    }
}
