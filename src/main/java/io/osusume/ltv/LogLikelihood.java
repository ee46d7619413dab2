package io.osusume.ltv;

/** A log-likelihood in the logarithms of its positive parameters, with its gradient. */
interface LogLikelihood {
    /** For shapes, whose meaning does not change beyond e^±7; and for amounts and times, which have units. */
    double SHAPE = 7;

    double SCALE = 18;

    int dimension();

    /** Number of observations: what the optimiser scales by. */
    double observations();

    /** Largest |ln θ| that is believed, see {@link ParameterPenalty}. */
    double reach(int parameter);

    /** Returns ln L at ln θ and writes d ln L / d ln θ into {@code gradient}. */
    double at(double[] logParameters, double[] gradient);
}
