package io.osusume.ltv;

import java.io.Serializable;
import java.util.Arrays;

/** Parameters of greatest likelihood, with the covariance of their logarithms. */
final class Estimate implements Serializable {
    private final double[] logParameters;
    private final double logLikelihood;
    private final double[][] covariance;
    private final boolean converged;

    /** @param converged whether the search ended at a maximum */
    Estimate(double[] logParameters, double logLikelihood, double[][] covariance, boolean converged) {
        this.logParameters = logParameters;
        this.logLikelihood = logLikelihood;
        this.covariance = covariance;
        this.converged = converged;
    }

    double[] parameters() {
        return Arrays.stream(logParameters).map(Math::exp).toArray();
    }

    int dimension() {
        return logParameters.length;
    }

    double[] logParameters() {
        return logParameters.clone();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Of the parameters themselves, by the delta method. */
    double[] standardErrors() {
        double[] errors = parameters();
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= Math.sqrt(Math.max(0, covariance[i][i]));
        }
        return errors;
    }

    boolean converged() {
        return converged && Double.isFinite(logLikelihood);
    }

    /** Variance of a function of the parameters, from its gradient by their logarithms (delta method). */
    double variance(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.max(0, sum);
    }

    boolean betterThan(Estimate other) {
        if (converged() != other.converged()) {
            return converged();
        }
        return logLikelihood > other.logLikelihood || Double.isNaN(other.logLikelihood);
    }
}
