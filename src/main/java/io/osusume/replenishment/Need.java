package io.osusume.replenishment;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * When it is needed next: the interval since the last purchase is log-normal, has lasted so many days already, and may never
 * end.
 *
 * @param mu mean of ln(interval)
 * @param deviation of ln(interval), with what is not known of mu
 * @param running days since the last purchase
 * @param needed probability that it is needed again at all
 */
record Need(double mu, double deviation, double running, double needed) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    /** A purchase stands for the middle of its day. */
    private static final double HALF_A_DAY = 0.5;
    /** Beyond, the normal tail falls like an exponential. */
    private static final double FAR = 7;

    private static final int HALF_WINDOW = 7;
    private static final int HORIZON = 60;

    /** P(an interval lasts longer than it has until now, and so many days more). */
    static double survival(double mu, double deviation, double days) {
        return NORMAL.cumulativeProbability(-(Math.log(days + HALF_A_DAY) - mu) / deviation);
    }

    /** Probability of a need within so many days after as-of. */
    double within(double days) {
        return needed * ended(days);
    }

    /** The same, if it is needed again. */
    private double ended(double days) {
        double now = (Math.log(running + HALF_A_DAY) - mu) / deviation;
        double then = (Math.log(running + days + HALF_A_DAY) - mu) / deviation;
        return now > FAR
                ? -Math.expm1(-now * (then - now))
                : 1 - NORMAL.cumulativeProbability(-then) / NORMAL.cumulativeProbability(-now);
    }

    /**
     * Whole days after as-of, one at the least, until which this share of the needs come: of those within 60 days, or within
     * two intervals of the last purchase where that is later. What may come in years says nothing of the next weeks.
     */
    int days(double share) {
        return (int) Math.max(1, Math.round(quantile(share, Math.max(HORIZON, 2 * interval() - running))));
    }

    private double quantile(double share, double horizon) {
        double wanted = share * ended(horizon);
        double now = (Math.log(running + HALF_A_DAY) - mu) / deviation;
        double then = now > FAR
                ? now - Math.log1p(-wanted) / now
                : -NORMAL.inverseCumulativeProbability((1 - wanted) * NORMAL.cumulativeProbability(-now));
        return Math.exp(mu + deviation * then) - HALF_A_DAY - running;
    }

    /** The middle of the 15 days, the first one tomorrow or later, in which the need is likeliest, in days after as-of. */
    int likeliestMiddle() {
        int horizon = (int) Math.max(HORIZON, 2 * interval() - running);
        int best = HALF_WINDOW + 1;
        double most = 0;
        for (int middle = HALF_WINDOW + 1; middle <= horizon - HALF_WINDOW; middle++) {
            double share = ended(middle + HALF_WINDOW) - ended(middle - HALF_WINDOW - 1);
            if (share > most) {
                most = share;
                best = middle;
            }
        }
        return best;
    }

    /** The usual interval in days: its median. */
    double interval() {
        return Math.exp(mu);
    }

    /** Deviation ÷ mean of the interval. */
    double variation() {
        return Math.sqrt(Math.expm1(deviation * deviation));
    }
}
