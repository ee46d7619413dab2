package io.osusume.ltv;

import io.osusume.config.LtvConfig;

/**
 * A purchase model fitted to what it is used for: by no few customers, and with leaving drawn off the boundary.
 *
 * @param onBoundary whether nobody ever leaves by the orders alone
 */
record BoundedFit(PurchaseFit fit, boolean onBoundary) {
    static BoundedFit of(PurchaseModel model, PurchaseHistories histories, LtvConfig config) {
        PurchaseHistories within = histories.withinLimits(config.outliers().winsorisedShare());
        int sampleRows = config.fitting().startRows();
        PurchaseFit fit = PurchaseFit.of(model, within, sampleRows);
        boolean onBoundary = fit.estimate().converged() && fit.nobodyLeaves(histories.sample(sampleRows));
        return new BoundedFit(onBoundary ? PurchaseFit.offTheBoundary(model, within, sampleRows) : fit, onBoundary);
    }

    boolean converged() {
        return fit.estimate().converged();
    }

    /** What to beware of; blank for nothing. */
    String warning() {
        return onBoundary ? "on the boundary: nobody ever leaves by the orders alone" : "";
    }
}
