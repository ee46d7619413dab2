package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.List;
import java.util.Locale;

/** Says when one customer brought a large share of the revenue: sums and means of the raw orders are then mostly theirs. */
final class OutlierNote {
    private OutlierNote() {}

    static List<String> of(CohortTotals totals, LtvConfig config) {
        double share = totals.all().largestShare();
        if (totals.all().customers() < 2 || share <= config.outliers().toldShare()) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "ltv: one customer of %d brought %.0f %% of the revenue of buying at will; what is learned of order values"
                        + " for all counts the %.3g %% of the customers at either end as if at the limit"
                        + " (ltv.outliers.winsorised_share)",
                totals.all().customers(),
                100 * share,
                100 * config.outliers().winsorisedShare()));
    }
}
