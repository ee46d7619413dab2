package io.osusume.ltv;

import java.io.Serializable;
import java.util.List;

/** A purchase model with its fitted parameters. */
record PurchaseFit(PurchaseModel model, Estimate estimate) implements Serializable {

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

    /** P(alive | x, t_x, T). */
    double alive(PurchaseModel.History history) {
        return Math.exp(model.logAlive(history, estimate.parameters(), new double[4]));
    }

    /** E[Y(t) | x, t_x, T]: orders to expect in (T, T+t]. */
    double expected(PurchaseModel.History history, double t) {
        FutureOrders outlook =
                model.outlook(history.repeats(), history.age(), estimate.parameters(), DiscountSchedule.until(t));
        return alive(history) * outlook.orders();
    }
}
