package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Payments;
import io.osusume.stats.Quantiles;
import io.osusume.stats.ShiftedBetaGeometric;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Discounted margin of the payments of one running contract within the horizon ({@link Payments}). What is paid already is
 * not counted. After a request to cancel, the next renewal has the retention that requests are known to lead to.
 */
final class ContractValue implements Serializable {
    private static final double DIFFERENCE = 1e-4;

    private final LtvConfig config;
    private final LocalDate asOf;
    private final double z;

    ContractValue(LtvConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
        this.z = Quantiles.twoSided(config.confidence());
    }

    /**
     * {value, low, high} per unit of margin a payment.
     *
     * @param next the retention of the next renewal, where more is known of it; else NaN
     */
    double[] of(Payments contract, Retention retention, double next) {
        return retention.estimate() == null
                ? byRate(contract, retention.rates(), next)
                : byModel(contract, retention.estimate(), next);
    }

    private double[] byRate(Payments contract, double[] rates, double next) {
        double[] values = new double[3];
        for (int i = 0; i < 3; i++) {
            double rate = rates[i];
            values[i] = sum(contract, t -> rate, next);
        }
        return values;
    }

    private double[] byModel(Payments contract, Estimate estimate, double next) {
        double[] at = estimate.logParameters();
        double value = bySbg(contract, at[0], at[1], next);
        if (value <= 0) {
            return new double[] {0, 0, 0};
        }
        double[] gradient = {
            (bySbg(contract, at[0] + DIFFERENCE, at[1], next) - bySbg(contract, at[0] - DIFFERENCE, at[1], next))
                    / (2 * DIFFERENCE * value),
            (bySbg(contract, at[0], at[1] + DIFFERENCE, next) - bySbg(contract, at[0], at[1] - DIFFERENCE, next))
                    / (2 * DIFFERENCE * value)
        };
        double deviation = z * Math.sqrt(estimate.variance(gradient));
        double most = sum(contract, t -> 1, next);
        return new double[] {
            value,
            value * Math.exp(-deviation),
            Math.max(value, Math.min(most, value * Math.exp(Math.min(700, deviation))))
        };
    }

    private double bySbg(Payments contract, double logAlpha, double logBeta, double next) {
        double alpha = Math.exp(logAlpha);
        double beta = Math.exp(logBeta);
        return sum(contract, t -> ShiftedBetaGeometric.retention(t, alpha, beta), next);
    }

    private double sum(Payments contract, Payments.Retention rate, double next) {
        return contract.sum(asOf, asOf.plusDays(config.horizonDays()), rate, next, config.discountRate());
    }
}
