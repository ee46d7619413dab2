package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.Arrays;

/** Fits what is told of order values to a {@link ValueSample}: none of it moves much by what one customer spends. */
final class ValueFit {
    /** A row costs far less than one of orders. */
    private static final int TIMES_AS_MANY = 10;

    private final LtvConfig config;

    ValueFit(LtvConfig config) {
        this.config = config;
    }

    /**
     * What was found.
     *
     * @param gammaGamma null where it is not used
     * @param first null where too few came back
     * @param why Gamma-Gamma is used, or is not
     * @param cameBack customers that did
     * @param correlation of how often they did and the value of their orders; null without any
     */
    record Found(
            OrderValues values,
            Estimate gammaGamma,
            FirstOrder first,
            String why,
            double cameBack,
            Double correlation) {}

    Found of(double[][] rows) {
        ValueSample sample = ValueSample.of(rows);
        double[][] repeatBuyers = sample.repeatBuyers();
        double share = config.outliers().winsorisedShare();
        double came = Arrays.stream(repeatBuyers).mapToDouble(row -> row[3]).sum();
        double correlation = ValueSample.correlation(repeatBuyers);
        boolean enough = came >= config.fallback().minRepeatBuyers();
        boolean independent = Math.abs(correlation) <= config.fallback().maxValueCorrelation();
        FirstOrder first = enough ? FirstOrder.fit(repeatBuyers, share) : null;
        Estimate gammaGamma = enough && independent ? gammaGamma(repeatBuyers) : null;
        ClassMeans usual =
                ClassMeans.of(sample.means(), share, config.fallback().minSegmentCustomers());
        return new Found(
                new OrderValues(gammaGamma, first, usual),
                gammaGamma,
                first,
                why(enough, independent, gammaGamma),
                came,
                came > 0 ? (Double) correlation : null);
    }

    private static String why(boolean enough, boolean independent, Estimate gammaGamma) {
        return !enough
                ? "fewer customers came back than ltv.fallback.min_repeat_buyers"
                : gammaGamma != null
                        ? "order values do not go with how often customers come back"
                        : !independent
                                ? "order values go with how often customers come back (ltv.fallback.max_value_correlation)"
                                : "the fit did not converge to a finite mean";
    }

    /** Null when the fit did not converge, or when q ≤ 1, where the mean is infinite. */
    private Estimate gammaGamma(double[][] repeatBuyers) {
        Estimate estimate = GammaGamma.fit(
                ValueSample.winsorised(repeatBuyers, config.outliers().winsorisedShare()),
                TIMES_AS_MANY * config.fitting().startRows());
        return estimate.converged() && estimate.parameters()[1] > 1 ? estimate : null;
    }
}
