package io.osusume.ltv;

/**
 * Keeps parameters that the data cannot bound from running off: with equal customers a and b of the beta distribution grow
 * without end, when nobody leaves a goes to 0. Within ±{@link LogLikelihood#reach} of ln θ the likelihood is untouched;
 * beyond, half the squared excess is taken off it, as if by a normal prior of deviation 1 there.
 */
final class ParameterPenalty implements LogLikelihood {
    /** How far beyond the reach the likelihood itself is still looked up: keeps e^x finite whatever a line search tries. */
    private static final double MARGIN = 8;

    private final LogLikelihood inner;

    ParameterPenalty(LogLikelihood inner) {
        this.inner = inner;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public double observations() {
        return inner.observations();
    }

    @Override
    public double reach(int parameter) {
        return inner.reach(parameter);
    }

    @Override
    public double at(double[] logParameters, double[] gradient) {
        double[] inside = logParameters.clone();
        for (int i = 0; i < inside.length; i++) {
            double limit = reach(i) + MARGIN;
            inside[i] = Math.max(-limit, Math.min(limit, inside[i]));
        }
        double value = inner.at(inside, gradient);
        for (int i = 0; i < inside.length; i++) {
            double excess = Math.max(0, Math.abs(logParameters[i]) - reach(i));
            value -= excess * excess / 2;
            gradient[i] = (inside[i] == logParameters[i] ? gradient[i] : 0) - Math.signum(logParameters[i]) * excess;
        }
        return value;
    }
}
