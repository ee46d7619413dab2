package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import java.io.Serializable;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * How contracts of a plan stay on. Either shifted-beta-geometric, where retention rises with tenure, or one rate for all
 * renewals with its limits.
 */
final class Retention implements Serializable {
    /** Steps from the best to the last resort; their names stand in the column {@code model}. */
    static final List<String> STEPS =
            List.of("sbg", "sbg_all_plans", "retention_rate", "assumed_retention", "unknown_billing");
    /** The step of a contract whose payments nobody tells. */
    static final int UNKNOWN = 4;

    private static final int MIN_RENEWALS = 3;

    private final int step;
    private final Estimate estimate;
    private final double[] rates;

    private Retention(int step, Estimate estimate, double[] rates) {
        this.step = step;
        this.estimate = estimate;
        this.rates = rates;
    }

    /** sBG; null when the fit does not hold, or contracts ended at fewer than 3 different renewals. */
    static Retention fitted(int step, double[][] renewals, LtvConfig.Contracts config) {
        double left = 0;
        int endings = 0;
        for (double[] row : renewals) {
            left += row[2];
            endings += row[2] > 0 ? 1 : 0;
        }
        if (left < config.minEnded() || endings < MIN_RENEWALS) {
            return null;
        }
        Estimate estimate = MaximumLikelihood.from(RetentionLikelihood.of(renewals), RetentionLikelihood.starts());
        return estimate.converged() ? new Retention(step, estimate, null) : null;
    }

    /** One rate, with Jeffreys' limits; null when nothing has ended or too few renewals were seen. */
    static Retention rate(double[][] renewals, LtvConfig config) {
        double left = 0;
        double atRisk = 0;
        for (double[] row : renewals) {
            atRisk += row[1];
            left += row[2];
        }
        if (left < 1 || atRisk < config.contracts().minEnded()) {
            return null;
        }
        double tail = (1 - config.confidence()) / 2;
        BetaDistribution stays = new BetaDistribution(atRisk - left + 0.5, left + 0.5);
        double rate = (atRisk - left + 0.5) / (atRisk + 1);
        return new Retention(2, null, new double[] {
            rate,
            Math.min(rate, stays.inverseCumulativeProbability(tail)),
            Math.max(rate, stays.inverseCumulativeProbability(1 - tail))
        });
    }

    /** The configured yearly rate, spread over periods; an assumption has no sampling error. */
    static Retention assumed(double yearly, double periodDays) {
        double rate = Math.pow(yearly, periodDays / Discount.DAYS_PER_YEAR);
        return new Retention(3, null, new double[] {rate, rate, rate});
    }

    int step() {
        return step;
    }

    Estimate estimate() {
        return estimate;
    }

    /** {rate, low, high}. */
    double[] rates() {
        return rates.clone();
    }
}
