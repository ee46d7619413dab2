package io.osusume.ltv;

import io.osusume.stats.WeightedValues;
import java.io.Serializable;

/** Between which values a customer counts with the own one; beyond, with the limit (winsorised). */
record Limits(double low, double high) implements Serializable {
    /** Of fewer customers than this nobody can be told to be far out. */
    private static final int FEWEST = 5;

    private static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * The limits that leave a share of the customers beyond each of them, and one at the least.
     *
     * @param value column of the value
     * @param customers column of their number
     */
    static Limits of(double[][] rows, int value, int customers, double share) {
        WeightedValues sorted = WeightedValues.of(rows, value, customers);
        double n = sorted.all();
        if (share <= 0 || n < FEWEST) {
            return NONE;
        }
        double beyond = Math.max(1, Math.floor(share * n));
        double low = sorted.value(0);
        double high = low;
        for (int place = 1; place < sorted.size(); place++) {
            low = sorted.below(place) <= beyond ? sorted.value(place) : low;
            high = sorted.below(place) < n - beyond ? sorted.value(place) : high;
        }
        return new Limits(low, high);
    }

    double within(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
