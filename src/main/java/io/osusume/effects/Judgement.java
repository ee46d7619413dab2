package io.osusume.effects;

import io.osusume.tables.Verdict;

/**
 * The verdict on one difference.
 *
 * @param why of {@link Verdict#NOT_JUDGED} the reason, else null
 * @param more of {@link Verdict#NO_EVIDENCE_YET} how many more customers show an effect worth knowing; 0: such an effect would
 *     have shown by now; infinite: no number does; else null
 */
record Judgement(Verdict verdict, String why, Double more) {
    static final String NOBODY_IN_CONTROL = "nobody_in_control";
    static final String NOBODY_OFFERED = "nobody_offered";
    static final String TOO_FEW_CUSTOMERS = "too_few_customers";
    static final String TOO_FEW_OUTCOMES = "too_few_outcomes";
    static final String SAMPLE_RATIO = "sample_ratio";

    /**
     * When something may be said.
     *
     * @param alpha the probability of a wrong verdict
     * @param sampleRatio the p below which the arms are not as they were drawn
     * @param leastCustomers the fewest in each arm
     * @param leastOutcomes the fewest in each arm whose outcome is not 0: below it the normal distribution is far off
     * @param worthwhile the effect worth knowing, as a share of the mean of control
     */
    record Rules(double alpha, double sampleRatio, long leastCustomers, long leastOutcomes, double worthwhile) {}

    /** What bars a verdict, whatever the difference; null: nothing. */
    static String bar(Moments treated, Moments control, Double sampleRatio, Rules rules) {
        if (control.customers() == 0) {
            return NOBODY_IN_CONTROL;
        }
        if (treated.customers() == 0) {
            return NOBODY_OFFERED;
        }
        if (sampleRatio != null && sampleRatio < rules.sampleRatio()) {
            return SAMPLE_RATIO;
        }
        if (Math.min(treated.clusters(), control.clusters()) < rules.leastCustomers()) {
            return TOO_FEW_CUSTOMERS;
        }
        return Math.min(treated.nonZero(), control.nonZero()) < rules.leastOutcomes() ? TOO_FEW_OUTCOMES : null;
    }

    /**
     * The verdict where nothing bars it.
     *
     * @param p what the difference is judged by: the p value of all looks together, of cells that of the false discovery rate
     */
    static Judgement of(Difference difference, double p, Power power, Rules rules) {
        if (p <= rules.alpha()) {
            return new Judgement(difference.effect() > 0 ? Verdict.WORKS : Verdict.HARMS, null, null);
        }
        double n = difference.clusters();
        double worth = rules.worthwhile() * Math.abs(difference.meanControl());
        double needed = power.needed(difference.error() * Math.sqrt(n), worth);
        return new Judgement(Verdict.NO_EVIDENCE_YET, null, Math.max(0, needed - n));
    }

    static Judgement barred(String why) {
        return new Judgement(Verdict.NOT_JUDGED, why, null);
    }
}
