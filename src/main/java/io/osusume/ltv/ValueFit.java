package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.Arrays;

/** Fits what is told of order values to a {@link ValueSample}: none of it moves much by what one customer spends. */
final class ValueFit {
    /** A row costs far less than one of orders. */
    private static final int TIMES_AS_MANY = 10;

    private final LtvConfig config;
    private final FittedModels told;

    ValueFit(LtvConfig config, FittedModels told) {
        this.config = config;
        this.told = told;
    }

    OrderValues of(double[][] rows) {
        ValueSample sample = ValueSample.of(rows);
        double[][] repeatBuyers = sample.repeatBuyers();
        double share = config.outliers().winsorisedShare();
        double came = Arrays.stream(repeatBuyers).mapToDouble(row -> row[3]).sum();
        boolean enough = came >= config.fallback().minRepeatBuyers();
        FirstOrder first = enough ? FirstOrder.fit(repeatBuyers, share) : null;
        Estimate gammaGamma = enough ? gammaGamma(repeatBuyers) : null;
        told.values(gammaGamma, first, why(enough, gammaGamma, repeatBuyers), repeatBuyers);
        return new OrderValues(
                gammaGamma,
                first,
                ClassMeans.of(sample.means(), share, config.fallback().minSegmentCustomers()));
    }

    private String why(boolean enough, Estimate gammaGamma, double[][] repeatBuyers) {
        double most = config.fallback().maxValueCorrelation();
        return !enough
                ? "fewer customers came back than ltv.fallback.min_repeat_buyers"
                : gammaGamma != null
                        ? "order values do not go with how often customers come back"
                        : Math.abs(ValueSample.correlation(repeatBuyers)) > most
                                ? "order values go with how often customers come back (ltv.fallback.max_value_correlation)"
                                : "the fit did not converge to a finite mean";
    }

    /** Null when value goes with frequency, when the fit did not converge, or when q ≤ 1, where the mean is infinite. */
    private Estimate gammaGamma(double[][] repeatBuyers) {
        if (Math.abs(ValueSample.correlation(repeatBuyers)) > config.fallback().maxValueCorrelation()) {
            return null;
        }
        Estimate estimate = GammaGamma.fit(
                ValueSample.winsorised(repeatBuyers, config.outliers().winsorisedShare()),
                TIMES_AS_MANY * config.fitting().startRows());
        return estimate.converged() && estimate.parameters()[1] > 1 ? estimate : null;
    }
}
