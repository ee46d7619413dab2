package io.osusume.stats;

/**
 * Retention under contract (Fader & Hardie 2007): at each renewal a customer leaves with a probability drawn once from
 * Beta(α, β), so that of those at risk at renewal t = 1, 2, … the share r_t = (β+t−1) / (α+β+t−1) stays, more each time.
 */
public final class ShiftedBetaGeometric {
    private ShiftedBetaGeometric() {}

    /** r_t, the share of those at risk at renewal t that stays. */
    public static double retention(double t, double alpha, double beta) {
        return (beta + t - 1) / (alpha + beta + t - 1);
    }
}
