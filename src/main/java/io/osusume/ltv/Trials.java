package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.List;

/** Holds a purchase model against the windows before as-of. */
final class Trials {
    private final LtvConfig config;

    Trials(LtvConfig config) {
        this.config = config;
    }

    /** The trial by the customers of these windows, climbing from {@code starts}. */
    ModelTrial of(PurchaseModel model, HeldOutWindows windows, List<double[]> starts) {
        PurchaseHistories histories = windows.histories(2, 0);
        PurchaseFit earlier = tooFew(histories) ? null : fit(model, histories, starts);
        double gain = earlier == null ? Double.NaN : gain(earlier, windows);
        PurchaseFit fit = fit(
                model,
                windows.histories(1, 0),
                earlier == null ? starts : List.of(earlier.estimate().logParameters()));
        int days = windows.days();
        return new ModelTrial(
                model,
                earlier,
                fit,
                gain,
                days,
                HoldoutError.of(windows.learned(1), days, h -> fit.expected(h, days)),
                HoldoutError.of(windows.heldOut(1), days, h -> fit.expected(h, days)));
    }

    /**
     * What came in the window before the last, of the same customers: ln L of all until its end, less that until its beginning.
     */
    static double gain(PurchaseFit earlier, HeldOutWindows windows) {
        double[] theta = earlier.estimate().logParameters();
        PurchaseModel model = earlier.model();
        return model.likelihood(windows.histories(1, windows.days())).at(theta, new double[theta.length])
                - model.likelihood(windows.histories(2, 0)).at(theta, new double[theta.length]);
    }

    /** A sample of the histories is enough to choose by. */
    PurchaseFit fit(PurchaseModel model, PurchaseHistories histories, List<double[]> starts) {
        PurchaseHistories sample = histories
                .withinLimits(config.outliers().winsorisedShare())
                .sample(config.fitting().startRows());
        return new PurchaseFit(model, MaximumLikelihood.from(model.likelihood(sample), starts));
    }

    boolean tooFew(PurchaseHistories histories) {
        double cameBack = 0;
        for (int i = 0; i < histories.size(); i++) {
            cameBack += histories.repeats(i) > 0 ? histories.weight(i) : 0;
        }
        return cameBack < config.fallback().minRepeatBuyers();
    }
}
