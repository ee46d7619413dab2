package io.osusume.ranking;

/**
 * A node's examples cut in two: those whose feature lies in a bin up to this one, and the others.
 *
 * @param gain of (twice) the log-likelihood
 */
record Split(int feature, int bin, double gain) {
    /** λ of the L2 penalty on leaves (Chen & Guestrin 2016): curvature that a leaf has beside what was seen. */
    static final double L2 = 10;
    /** What a split must gain of (twice) the log-likelihood: above rounding, so that no split is of noise in the last bits. */
    static final double LEAST_GAIN = 1e-9;
    /** The least curvature, Σ w p(1 − p), of a side of a split: a few dozen examples at the usual odds. */
    private static final double LEAST_CURVATURE = 5;

    /** What it gains to part off the left side, G²/(H + λ) of both less that of all; nothing where a side has too little. */
    static double gain(double leftG, double leftH, double allG, double allH) {
        double rightG = allG - leftG;
        double rightH = allH - leftH;
        return leftH < LEAST_CURVATURE || rightH < LEAST_CURVATURE
                ? 0
                : leftG * leftG / (leftH + L2) + rightG * rightG / (rightH + L2) - allG * allG / (allH + L2);
    }
}
