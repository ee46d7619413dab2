package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.List;
import java.util.Locale;

/**
 * Which purchase model is used when {@code ltv.model = auto}: of those in {@code ltv.validation.models}, fitted two windows
 * before as-of, the one under which what came in the window after was likeliest; kept only if, fitted one window before
 * as-of, its mean absolute error in the last window is at most that of going on at the rate of repeat orders so far.
 */
final class ModelChoice {
    private final LtvConfig config;

    ModelChoice(LtvConfig config) {
        this.config = config;
    }

    /**
     * The answer.
     *
     * @param naive whether the model lost to going on as before
     * @param note what to say of it; blank for nothing
     */
    record Chosen(PurchaseModel model, boolean naive, String note) {}

    Chosen of(HeldOutWindows windows) {
        PurchaseModel best = likeliest(windows);
        PurchaseHistories before = windows.histories(1, 0);
        if (tooFew(before)) {
            return new Chosen(
                    best,
                    false,
                    "ltv: " + best.name() + " could not be held against the last " + windows.days()
                            + " days: too few customers had come back before them");
        }
        PurchaseFit fit = fit(best, before);
        double[] errors = errors(fit, windows);
        boolean kept = fit.estimate().converged() && errors[0] <= errors[1];
        return kept ? new Chosen(best, false, "") : new Chosen(best, true, lost(best, errors, windows.days()));
    }

    private static String lost(PurchaseModel model, double[] errors, int days) {
        return String.format(
                Locale.ROOT,
                "ltv: over the last %d days the forecast of %s was off by %.3f orders a customer, going on at the rate of"
                        + " repeat orders so far by %.3f: that is used instead (model naive; p_alive is not told, and nothing"
                        + " is expected of who bought once)",
                days,
                model.name(),
                errors[0],
                errors[1]);
    }

    /** The first of the models where the windows hold too little to tell. */
    private PurchaseModel likeliest(HeldOutWindows windows) {
        List<PurchaseModel> models = config.validation().models().stream()
                .map(name -> PurchaseModel.of(LtvConfig.Model.valueOf(name.toUpperCase(Locale.ROOT))))
                .toList();
        PurchaseHistories earlier = windows.histories(2, 0);
        if (models.size() == 1 || tooFew(earlier)) {
            return models.get(0);
        }
        PurchaseHistories after = windows.histories(1, windows.days());
        PurchaseModel best = models.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (PurchaseModel model : models) {
            double[] theta = fit(model, earlier).estimate().logParameters();
            // Of the same customers: ln L of all until the end of the window, less that until its beginning.
            double gain = model.likelihood(after).at(theta, new double[theta.length])
                    - model.likelihood(earlier).at(theta, new double[theta.length]);
            if (gain > most) {
                most = gain;
                best = model;
            }
        }
        return best;
    }

    /** A sample of the histories is enough to choose by. */
    private PurchaseFit fit(PurchaseModel model, PurchaseHistories histories) {
        int rows = config.fitting().startRows();
        return PurchaseFit.of(
                model,
                histories.withinLimits(config.outliers().winsorisedShare()).sample(rows),
                rows);
    }

    /** Mean absolute error of the model's forecast of the last window, and of the naive one's. */
    private static double[] errors(PurchaseFit fit, HeldOutWindows windows) {
        double model = 0;
        double naive = 0;
        double customers = 0;
        for (double[] row : windows.outcomes(1)) {
            double goesOn = row[2] > 0 ? row[0] / row[2] * windows.days() : 0;
            double expected = fit.expected(new PurchaseModel.History((int) row[0], row[1], row[2]), windows.days());
            model += row[4] * Math.abs(expected - row[3]);
            naive += row[4] * Math.abs(goesOn - row[3]);
            customers += row[4];
        }
        return new double[] {model / customers, naive / customers};
    }

    private boolean tooFew(PurchaseHistories histories) {
        double cameBack = 0;
        for (int i = 0; i < histories.size(); i++) {
            cameBack += histories.repeats(i) > 0 ? histories.weight(i) : 0;
        }
        return cameBack < config.fallback().minRepeatBuyers();
    }
}
