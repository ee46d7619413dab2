package io.osusume.effects;

/**
 * What can be seen with how many customers. An effect δ is seen by the confidence sequence with the wanted power where δ ≥
 * (h(n) + z) · s/√n: h(n) its half width in standard errors, z the normal quantile of the power, s = error · √n.
 */
record Power(ConfidenceSequence sequence, double power) {
    private static final double MOST = 1e12;

    /** The smallest effect that is seen with n clusters; s the standard error times √n. */
    double detectable(double s, double n) {
        return (sequence.times(n) + Interval.z(1 - power)) * s / Math.sqrt(n);
    }

    /** The fewest clusters, both arms together, that show an effect of this size; infinite where none do. */
    double needed(double s, double effect) {
        double wanted = Math.abs(effect);
        double low = 1;
        double high = 2;
        if (s <= 0) {
            return 1;
        }
        while (detectable(s, high) > wanted) {
            low = high;
            high *= 2;
            if (high > MOST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (detectable(s, middle) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Standard error times √n of a difference of rates or means, before anything is known of the treated: variances alike,
     * √(v/(q(1 − q))) with q the control share, less the share that is told by what was known before.
     */
    static double deviation(double variance, double controlShare, double narrowed) {
        return Math.sqrt(variance * (1 - narrowed) / (controlShare * (1 - controlShare)));
    }
}
