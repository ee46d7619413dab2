package io.osusume.ltv;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A log-likelihood that comes with its plain gradient, by the parameters themselves: d ln L / d ln θ = θ · d ln L / dθ.
 *
 * @param reaches see {@link LogLikelihood#reach}; as many as there are parameters
 * @param sums at parameters θ: the plain gradient, and the value last
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record SummedLikelihood(double observations, double[] reaches, UnaryOperator<double[]> sums) implements LogLikelihood {
    @Override
    public int dimension() {
        return reaches.length;
    }

    @Override
    public double reach(int parameter) {
        return reaches[parameter];
    }

    @Override
    public double at(double[] logParameters, double[] gradient) {
        double[] theta = Arrays.stream(logParameters).map(Math::exp).toArray();
        double[] found = sums.apply(theta);
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = found[i] * theta[i];
        }
        return found[theta.length];
    }
}
