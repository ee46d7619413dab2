package io.osusume.ltv;

/** A log-likelihood in the logarithms of its positive parameters, with its gradient. */
interface LogLikelihood {
    int dimension();

    /** Number of observations: what the optimiser scales by. */
    double observations();

    /** Returns ln L at ln θ and writes d ln L / d ln θ into {@code gradient}. */
    double at(double[] logParameters, double[] gradient);
}
