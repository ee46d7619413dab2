package io.osusume.ltv;

/**
 * For a fit by which nobody ever leaves, on the boundary where the likelihood only grows as leaving grows rarer: the last two
 * parameters, those of leaving, get a normal prior of deviation 1 on their logarithms. It weighs as one customer or two do.
 */
final class DropoutPrior implements LogLikelihood {
    private final LogLikelihood inner;
    private final double[] usual;

    /** @param usual the likeliest logarithms of the last two parameters */
    DropoutPrior(LogLikelihood inner, double[] usual) {
        this.inner = inner;
        this.usual = usual.clone();
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
        double value = inner.at(logParameters, gradient);
        for (int i = 0; i < usual.length; i++) {
            int parameter = dimension() - usual.length + i;
            double off = logParameters[parameter] - usual[i];
            value -= off * off / 2;
            gradient[parameter] -= off;
        }
        return value;
    }
}
