package io.osusume.effects;

import org.hipparchus.special.Gamma;

/**
 * Whether the arms are as large as they were drawn, to be looked at daily: sequential multinomial test of Lindon & Malek
 * (2022). With counts x of n, shares θ that were drawn and a Dirichlet prior of concentration c about them, the odds against the draw are
 * B(cθ + x)/B(cθ) / ∏ θᵢ^xᵢ, and 1/odds is a p value that holds at all looks together.
 */
final class SampleRatio {
    /** Counts as so many customers that the shares are right: sees a few percent amiss in some thousand customers. */
    private static final double CONCENTRATION = 100;

    private SampleRatio() {}

    /** The p value; 1 where one share is 0 or 1, since nothing was drawn. */
    static double p(long treated, long control, double controlShare) {
        if (controlShare <= 0 || controlShare >= 1) {
            return 1;
        }
        double a1 = CONCENTRATION * (1 - controlShare);
        double a0 = CONCENTRATION * controlShare;
        double log = logBeta(a1 + treated, a0 + control)
                - logBeta(a1, a0)
                - treated * Math.log(1 - controlShare)
                - control * Math.log(controlShare);
        return Math.min(1, Math.exp(-log));
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }
}
