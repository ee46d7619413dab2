package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.Arrays;

/** Fits what is told of order values to a {@link ValueSample}: none of it moves much by what one customer spends. */
final class ValueFit {
    private final LtvConfig config;

    ValueFit(LtvConfig config) {
        this.config = config;
    }

    OrderValues of(double[][] rows) {
        ValueSample sample = ValueSample.of(rows);
        double[][] repeatBuyers = sample.repeatBuyers();
        double share = config.outliers().winsorisedShare();
        double came = Arrays.stream(repeatBuyers).mapToDouble(row -> row[3]).sum();
        boolean enough = came >= config.fallback().minRepeatBuyers();
        return new OrderValues(
                enough ? gammaGamma(repeatBuyers) : null,
                enough ? FirstOrder.fit(repeatBuyers, share) : null,
                ClassMeans.of(sample.means(), share, config.fallback().minSegmentCustomers()));
    }

    /** Null when value goes with frequency, when the fit did not converge, or when q ≤ 1, where the mean is infinite. */
    private Estimate gammaGamma(double[][] repeatBuyers) {
        if (Math.abs(ValueSample.correlation(repeatBuyers)) > config.fallback().maxValueCorrelation()) {
            return null;
        }
        double[][] values =
                ValueSample.winsorised(repeatBuyers, config.outliers().winsorisedShare());
        double customers = 0;
        double sum = 0;
        for (double[] row : values) {
            customers += row[2];
            sum += row[2] * row[1];
        }
        Estimate estimate = MaximumLikelihood.from(GammaGamma.likelihood(values), GammaGamma.starts(sum / customers));
        return estimate.converged() && estimate.parameters()[1] > 1 ? estimate : null;
    }
}
