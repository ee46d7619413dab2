package io.osusume.stats;

/**
 * Shares of groups that differ beyond chance: group i has s_i successes of n_i, its share is drawn from Beta(κμ, κ(1 − μ)),
 * and is estimated by (s_i + κμ)/(n_i + κ). κ, in trials, is what the mean μ of all counts as beside a group's own.
 */
public final class BetaBinomial {
    private BetaBinomial() {}

    /**
     * κ by the method of moments (Kleinman, JASA 68, 1973): 1/ρ − 1, kept between two limits.
     *
     * @param rho the intraclass correlation, how much groups differ beyond chance; at 0 or below they are all alike
     */
    public static double strength(double rho, double least, double most) {
        return rho <= 1 / (most + 1) ? most : Math.max(least, 1 / rho - 1);
    }
}
