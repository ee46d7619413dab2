package io.osusume.ltv;

import java.io.Serializable;
import java.util.List;

/** A purchase model with its fitted parameters. */
record PurchaseFit(PurchaseModel model, Estimate estimate) implements Serializable {
    /** P(alive) that is 1 as published, in three digits. */
    private static final double ALIVE = 0.9995;

    /**
     * Fits to all histories. With more than {@code sampleRows} distinct ones the several starts are tried on a weighted
     * sample of that size, and all rows are climbed once, from the best of them.
     */
    static PurchaseFit of(PurchaseModel model, PurchaseHistories histories, int sampleRows) {
        List<double[]> starts = model.starts(histories.repeatRate());
        PurchaseHistories sample = histories.sample(sampleRows);
        Estimate estimate = MaximumLikelihood.from(model.likelihood(sample), starts);
        if (sample != histories) {
            estimate = MaximumLikelihood.from(model.likelihood(histories), List.of(estimate.logParameters()));
        }
        return new PurchaseFit(model, estimate);
    }

    /** The same, with leaving drawn off the boundary, see {@link DropoutPrior}. */
    static PurchaseFit offTheBoundary(PurchaseModel model, PurchaseHistories histories, int sampleRows) {
        double rate = histories.repeatRate();
        PurchaseHistories sample = histories.sample(10 * sampleRows);
        LogLikelihood likelihood = new DropoutPrior(model.likelihood(sample), model.usualLeaving(rate));
        return new PurchaseFit(model, MaximumLikelihood.from(likelihood, model.starts(rate)));
    }

    /** By the fit nobody ever leaves: on the boundary, where the likelihood only grows as leaving grows rarer. */
    boolean nobodyLeaves(PurchaseHistories histories) {
        for (int i = 0; i < histories.size(); i++) {
            PurchaseModel.History one =
                    new PurchaseModel.History(histories.repeats(i), histories.last(i), histories.age(i));
            if (alive(one) < ALIVE) {
                return false;
            }
        }
        return model.tellsLeaving();
    }

    /** P(alive | x, t_x, T). */
    double alive(PurchaseModel.History history) {
        return Math.exp(model.logAlive(history, estimate.parameters(), new double[estimate.dimension()]));
    }

    /** E[Y(t) | x, t_x, T]: orders to expect in (T, T+t]. */
    double expected(PurchaseModel.History history, double t) {
        FutureOrders outlook =
                model.outlook(history.repeats(), history.age(), estimate.parameters(), DiscountSchedule.until(t));
        return alive(history) * outlook.orders();
    }
}
