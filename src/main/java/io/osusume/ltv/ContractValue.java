package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.stats.Quantiles;
import io.osusume.stats.ShiftedBetaGeometric;
import java.io.Serializable;

/**
 * Discounted margin of the renewals of one running contract within the horizon: Σ_j m · v(d_j) · Π_{i ≤ j} r_{n+i}, n
 * renewals survived so far, d_j days until the j-th renewal from now. What is paid already is not counted. A requested
 * cancellation multiplies the odds of staying at the next renewal.
 */
final class ContractValue implements Serializable {
    private static final double DIFFERENCE = 1e-4;

    private final LtvConfig config;
    private final double z;

    ContractValue(LtvConfig config) {
        this.config = config;
        this.z = Quantiles.twoSided(config.confidence());
    }

    /**
     * A running contract.
     *
     * @param survived renewals so far
     * @param nextDays days from as-of to the next renewal
     * @param oddsFactor on the odds of staying at the next renewal; 1 where nothing is known
     */
    record Running(int survived, double nextDays, double periodDays, double oddsFactor) {}

    /** {value, low, high} per unit of margin a period. */
    double[] of(Running contract, Retention retention) {
        return retention.estimate() == null
                ? byRate(contract, retention.rates())
                : byModel(contract, retention.estimate());
    }

    private double[] byRate(Running contract, double[] rates) {
        double[] values = new double[3];
        for (int i = 0; i < 3; i++) {
            double rate = rates[i];
            values[i] = sum(contract, t -> rate);
        }
        return values;
    }

    private double[] byModel(Running contract, Estimate estimate) {
        double[] at = estimate.logParameters();
        double value = bySbg(contract, at[0], at[1]);
        if (value <= 0) {
            return new double[] {0, 0, 0};
        }
        double[] gradient = {
            (bySbg(contract, at[0] + DIFFERENCE, at[1]) - bySbg(contract, at[0] - DIFFERENCE, at[1]))
                    / (2 * DIFFERENCE * value),
            (bySbg(contract, at[0], at[1] + DIFFERENCE) - bySbg(contract, at[0], at[1] - DIFFERENCE))
                    / (2 * DIFFERENCE * value)
        };
        double deviation = z * Math.sqrt(estimate.variance(gradient));
        double most = sum(contract, t -> 1);
        return new double[] {
            value,
            value * Math.exp(-deviation),
            Math.max(value, Math.min(most, value * Math.exp(Math.min(700, deviation))))
        };
    }

    /** The probability whose odds are f times those of r. */
    private static double moved(double r, double f) {
        return f == 0 ? 0 : f * r / (1 - r + f * r);
    }

    private double bySbg(Running contract, double logAlpha, double logBeta) {
        double alpha = Math.exp(logAlpha);
        double beta = Math.exp(logBeta);
        return sum(contract, t -> ShiftedBetaGeometric.retention(t, alpha, beta));
    }

    private interface Rate {
        double at(int renewal);
    }

    private double sum(Running contract, Rate rate) {
        double sum = 0;
        double stays = 1;
        int t = contract.survived() + 1;
        double day = contract.nextDays();
        for (; day <= config.horizonDays(); day += contract.periodDays()) {
            double r = rate.at(t);
            boolean next = t == contract.survived() + 1;
            stays *= next ? moved(r, contract.oddsFactor()) : r;
            sum += stays * Discount.factor(day, config.discountRate());
            t++;
        }
        return sum;
    }
}
