package io.osusume.stats;

/** Probabilities and their log odds. */
public final class Logistic {
    private Logistic() {}

    /** ln(p / (1 − p)). */
    public static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    /** 1 / (1 + e^−x), the inverse of the logit. */
    public static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** ln(1 + e^x), without loss of digits on either side. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * The derivative of {@link #softplus}: expit, but from the e^−|x| that softplus takes. Where a search climbs by it, the last
     * bit decides where the search ends, and so what is published.
     */
    public static double softplusSlope(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x > 0 ? 1 : e) / (1 + e);
    }
}
