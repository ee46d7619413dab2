package io.osusume.stats;

import java.io.Serializable;

/** What {@link BayesianLogistic} believes after its trials: coefficients that are normal together. */
public final class LogisticPosterior implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] means;
    private final double[][] covariance;

    LogisticPosterior(double[] means, double[][] covariance) {
        this.means = means.clone();
        this.covariance = covariance;
    }

    public double mean(int coefficient) {
        return means[coefficient];
    }

    public double deviation(int coefficient) {
        return Math.sqrt(covariance[coefficient][coefficient]);
    }

    /** The logit of the probability of a case. */
    public double logit(BayesianLogistic.Terms of) {
        return of.eta(means);
    }

    /** The standard deviation of that logit: √(x'Σx). */
    public double deviation(BayesianLogistic.Terms of) {
        double sum = 0;
        for (int i = 0; i < of.at().length; i++) {
            for (int j = 0; j < of.at().length; j++) {
                sum += of.x()[i] * of.x()[j] * covariance[of.at()[i]][of.at()[j]];
            }
        }
        return Math.sqrt(sum);
    }
}
