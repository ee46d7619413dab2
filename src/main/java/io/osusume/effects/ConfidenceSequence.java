package io.osusume.effects;

/**
 * Intervals that may be looked at every morning: over all mornings together the truth is ever outside with probability α at
 * most, as samples grow. Asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024): θ̂ ± σ̂ √(2(nρ² + 1)/(n²ρ²) ·
 * ln(√(nρ² + 1)/α)), with σ̂ = error · √n, n the clusters of both arms and ρ² = (−2 ln α + ln(1 − 2 ln α))/n*, so that it is
 * narrowest about the n* that was planned.
 *
 * @param alpha the probability of being ever wrong
 * @param planned n*, fixed before the first look
 */
record ConfidenceSequence(double alpha, double planned) {

    Interval of(Difference difference) {
        return Interval.around(difference.effect(), times((double) difference.clusters()) * difference.error());
    }

    /** How many standard errors to each side; at one look it is 1.96 for α = .05. */
    double times(double n) {
        double c = n * rhoSquared();
        return Math.sqrt(2 * (c + 1) / c * Math.log(Math.sqrt(c + 1) / alpha));
    }

    /**
     * The probability, if there is no effect, of ever seeing one as far from 0: the α at which the interval touches 0 with ρ
     * kept, √(nρ² + 1) · exp(−z²nρ²/(2(nρ² + 1))), at most 1.
     */
    double p(Difference difference) {
        if (difference.error() == 0) {
            return 1;
        }
        double c = difference.clusters() * rhoSquared();
        double z = difference.effect() / difference.error();
        return Math.min(1, Math.sqrt(c + 1) * Math.exp(-z * z * c / (2 * (c + 1))));
    }

    private double rhoSquared() {
        double log = -2 * Math.log(alpha);
        return (log + Math.log(1 + log)) / planned;
    }
}
