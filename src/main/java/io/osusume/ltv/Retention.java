package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * How contracts of a plan stay on. Either shifted-beta-geometric, where retention rises with tenure, or one rate for all
 * renewals with its limits.
 */
final class Retention implements Serializable {
    /** Steps from the best to the last resort; their names stand in the column {@code model}. */
    static final List<String> STEPS =
            List.of("sbg", "plan_rate", "sbg_all_plans", "retention_rate", "assumed_retention", "unknown_billing");
    /** A plan's own contracts. */
    static final int PLAN = 0;
    /** All plans of one term together. */
    static final int ALL_PLANS = 2;
    /** The step of a contract whose payments nobody tells. */
    static final int UNKNOWN = 5;

    private static final int ASSUMED = 4;
    private static final int MIN_RENEWALS = 3;

    private final int step;
    private final Estimate estimate;
    private final double[] rates;

    private Retention(int step, Estimate estimate, double[] rates) {
        this.step = step;
        this.estimate = estimate;
        this.rates = rates;
    }

    /**
     * sBG where it tells more than one rate for all renewals, else that rate: fitted to contracts that are all alike it would
     * take chance for differences, and always overrate those that stay. Null where too few have ended to tell either.
     *
     * @param step {@link #PLAN} or {@link #ALL_PLANS}
     */
    static Retention fitted(int step, double[][] renewals, LtvConfig config) {
        if (Arrays.stream(renewals).mapToDouble(row -> row[2]).sum()
                < config.contracts().minEnded()) {
            return null;
        }
        Retention rate = rate(step + 1, renewals, config);
        if (Arrays.stream(renewals).filter(row -> row[2] > 0).count() < MIN_RENEWALS) {
            return rate;
        }
        Estimate estimate = MaximumLikelihood.from(RetentionLikelihood.of(renewals), RetentionLikelihood.starts());
        // One parameter more, by the Bayesian information criterion.
        double gain = 2 * (estimate.logLikelihood() - logLikelihood(renewals));
        boolean tellsMore = gain
                > Math.log(Arrays.stream(renewals).mapToDouble(row -> row[1]).sum());
        return estimate.converged() && tellsMore ? new Retention(step, estimate, null) : rate;
    }

    /** One rate of all plans of a term; null when nothing has ended or too few renewals were seen. */
    static Retention rate(double[][] renewals, LtvConfig config) {
        double left = Arrays.stream(renewals).mapToDouble(row -> row[2]).sum();
        double atRisk = Arrays.stream(renewals).mapToDouble(row -> row[1]).sum();
        return left < 1 || atRisk < config.contracts().minEnded() ? null : rate(ALL_PLANS + 1, renewals, config);
    }

    /** One rate, with Jeffreys' limits. */
    private static Retention rate(int step, double[][] renewals, LtvConfig config) {
        double left = Arrays.stream(renewals).mapToDouble(row -> row[2]).sum();
        double atRisk = Arrays.stream(renewals).mapToDouble(row -> row[1]).sum();
        double tail = (1 - config.confidence()) / 2;
        BetaDistribution stays = new BetaDistribution(atRisk - left + 0.5, left + 0.5);
        double rate = (atRisk - left + 0.5) / (atRisk + 1);
        return new Retention(step, null, new double[] {
            rate,
            Math.min(rate, stays.inverseCumulativeProbability(tail)),
            Math.max(rate, stays.inverseCumulativeProbability(1 - tail))
        });
    }

    /** Of one rate for all renewals. */
    private static double logLikelihood(double[][] renewals) {
        double left = Arrays.stream(renewals).mapToDouble(row -> row[2]).sum();
        double stayed = Arrays.stream(renewals).mapToDouble(row -> row[1]).sum() - left;
        return left * Math.log(left / (left + stayed)) + (stayed > 0 ? stayed * Math.log(stayed / (left + stayed)) : 0);
    }

    /** The configured yearly rate, spread over periods; an assumption has no sampling error. */
    static Retention assumed(double yearly, double periodDays) {
        double rate = Math.pow(yearly, periodDays / Discount.DAYS_PER_YEAR);
        return new Retention(ASSUMED, null, new double[] {rate, rate, rate});
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
