package io.osusume.accounts;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/** Robust z = 0.6745 (x − median)/MAD (Iglewicz and Hoaglin 1993), MAD the median of |y − median|. */
final class RobustZ {
    private RobustZ() {}

    /**
     * How far {@code x} lies from an account's own past; null where the past is shorter than two periods, or MAD is 0.
     *
     * @param past an array column of counts
     */
    static Column of(String x, String past) {
        String median = median(past);
        String mad = median("transform(" + past + ", y -> abs(y - " + median + "))");
        return expr("if(size(" + past + ") >= 2 and " + mad + " > 0, 0.6745D * (" + x + " - " + median + ") / " + mad
                + ", null)");
    }

    private static String median(String values) {
        String sorted = "sort_array(" + values + ")";
        return "((get(" + sorted + ", (size(" + values + ") - 1) div 2) + get(" + sorted + ", size(" + values
                + ") div 2)) / 2D)";
    }
}
