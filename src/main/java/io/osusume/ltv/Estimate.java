package io.osusume.ltv;

import java.io.Serializable;

/** Parameters of greatest likelihood, with the covariance of their logarithms. */
final class Estimate implements Serializable {
    private final double[] logParameters;
    private final double logLikelihood;
    private final double[][] covariance;
    private final Search search;

    Estimate(double[] logParameters, double logLikelihood, double[][] covariance, Search search) {
        this.logParameters = logParameters;
        this.logLikelihood = logLikelihood;
        this.covariance = covariance;
        this.search = search;
    }

    /** How the search ended, and after how many evaluations of the likelihood or its gradient. */
    record Search(boolean converged, int evaluations) implements Serializable {}

    double[] parameters() {
        return Numbers.exp(logParameters);
    }

    double[] logParameters() {
        return logParameters.clone();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    boolean converged() {
        return search.converged() && Double.isFinite(logLikelihood);
    }

    int evaluations() {
        return search.evaluations();
    }

    /** Standard error of ln θ_i: about the relative error of θ_i. */
    double standardError(int i) {
        return Math.sqrt(covariance[i][i]);
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
