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
    /** So many tell a plan's own rate to a few hundredths. */
    private static final int ENOUGH_RENEWALS = 100;

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
        if (sum(renewals, 2) < config.contracts().minEnded()) {
            return null;
        }
        Retention rate = rate(step + 1, renewals, config);
        if (Arrays.stream(renewals).filter(row -> row[2] > 0).count() < MIN_RENEWALS) {
            return rate;
        }
        Estimate estimate = ShiftedBetaGeometricFit.of(renewals);
        // One parameter more, by the Bayesian information criterion.
        double gain = 2 * (estimate.logLikelihood() - logLikelihood(renewals));
        boolean tellsMore = gain > Math.log(sum(renewals, 1));
        return estimate.converged() && tellsMore ? new Retention(step, estimate, null) : rate;
    }

    /** One rate of all plans of a term; null when nothing has ended or too few renewals were seen. */
    static Retention rate(double[][] renewals, LtvConfig config) {
        double left = sum(renewals, 2);
        double atRisk = sum(renewals, 1);
        return left < 1 || atRisk < config.contracts().minEnded() ? null : rate(ALL_PLANS + 1, renewals, config);
    }

    /**
     * A plan's own rate, where it has faced renewals enough though few have ended: the rate of all plans of its term counts like
     * {@code min_ended} renewals more. Null where it has not.
     */
    static Retention own(double[][] renewals, double[][] all, LtvConfig config) {
        double weight = config.contracts().minEnded();
        return sum(renewals, 1) < ENOUGH_RENEWALS
                ? null
                : rate(PLAN + 1, renewals, weight, sum(all, 2) / sum(all, 1), config);
    }

    private static double sum(double[][] renewals, int column) {
        return Arrays.stream(renewals).mapToDouble(row -> row[column]).sum();
    }

    /** One rate, with Jeffreys' limits. */
    private static Retention rate(int step, double[][] renewals, LtvConfig config) {
        return rate(step, renewals, 1, 0.5, config);
    }

    /** One rate, of which {@code weight} renewals with the share {@code leave} of losses are known before. */
    private static Retention rate(int step, double[][] renewals, double weight, double leave, LtvConfig config) {
        double left = sum(renewals, 2) + weight * leave;
        double stayed = sum(renewals, 1) + weight - left;
        double tail = (1 - config.confidence()) / 2;
        BetaDistribution stays = new BetaDistribution(stayed, left);
        double rate = stayed / (stayed + left);
        return new Retention(step, null, new double[] {
            rate,
            Math.min(rate, stays.inverseCumulativeProbability(tail)),
            Math.max(rate, stays.inverseCumulativeProbability(1 - tail))
        });
    }

    /** Of one rate for all renewals. */
    private static double logLikelihood(double[][] renewals) {
        double left = sum(renewals, 2);
        double stayed = sum(renewals, 1) - left;
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
