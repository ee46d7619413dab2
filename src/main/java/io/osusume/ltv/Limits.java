package io.osusume.ltv;

import io.osusume.stats.Lexicographic;
import java.io.Serializable;
import java.util.Arrays;

/** Between which values a customer counts with the own one; beyond, with the limit (winsorised). */
record Limits(double low, double high) implements Serializable {
    /** Of fewer customers than this nobody can be told to be far out. */
    private static final int FEWEST = 5;

    private static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * The limits that leave a share of the customers beyond each of them, and one at the least.
     *
     * @param rows value and number of customers
     */
    static Limits of(double[][] rows, double share) {
        double[][] sorted = Lexicographic.sorted(rows);
        double n = Arrays.stream(sorted).mapToDouble(row -> row[1]).sum();
        if (share <= 0 || n < FEWEST) {
            return NONE;
        }
        double beyond = Math.max(1, Math.floor(share * n));
        double low = sorted[0][0];
        double high = low;
        double before = 0;
        for (double[] row : sorted) {
            low = before <= beyond ? row[0] : low;
            high = before < n - beyond ? row[0] : high;
            before += row[1];
        }
        return new Limits(low, high);
    }

    double within(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
