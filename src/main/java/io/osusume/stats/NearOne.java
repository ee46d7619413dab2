package io.osusume.stats;

/**
 * ln(1 + x) and e^y − 1 to a few units in the last place, faster than {@link Math#log1p} and {@link Math#expm1},
 * which no processor has: what rounding takes from 1 + x it takes from the divisor too (Kahan; Goldberg 1991, theorem 4).
 */
public final class NearOne {
    /** Beyond it e^y − 1 loses no more than a bit or two. */
    private static final double FAR = 0.5;

    private NearOne() {}

    /** ln(1 + x), of finite x ≥ 0. */
    public static double log1p(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : Math.log(sum) * (x / (sum - 1));
    }

    /**
     * e^y − 1.
     *
     * @param power e^y, which whoever asks has
     */
    public static double expm1(double y, double power) {
        double less = power - 1;
        return less == 0 ? y : Math.abs(y) > FAR ? less : less * (y / Math.log(power));
    }
}
