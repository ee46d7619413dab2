package io.osusume.ltv;

/**
 * How one purchase model stood the windows held out.
 *
 * @param earlier the fit to the orders until two windows before as-of; null where too little
 * @param fit to the orders until one window before as-of
 * @param gain ln L of what came in the window before that, given all until then, by a fit to that alone; NaN where too little
 * @param days of each window
 * @param decided by the last window, of the customers learned from
 * @param reported the same of the customers held out
 */
record ModelTrial(
        PurchaseModel model,
        PurchaseFit earlier,
        PurchaseFit fit,
        double gain,
        int days,
        HoldoutError decided,
        HoldoutError reported) {
    /** A model with one more thing to say must be likelier by this much of ln L. */
    private static final double WORTH_A_WORD = 1;

    boolean holds() {
        return fit.estimate().converged() && decided.holds();
    }

    /** By what models are ranked, most first. */
    double score() {
        return gain - (model.tellsLeaving() ? WORTH_A_WORD : 0);
    }
}
