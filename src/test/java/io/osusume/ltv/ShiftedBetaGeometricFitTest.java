package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.stats.ShiftedBetaGeometric;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftedBetaGeometricFitTest {

    /** Fader & Hardie 2007: survivors in % by year of two customer groups, the model's parameters, S(12). */
    @ParameterizedTest
    @CsvSource({
        "100 63.1 46.8 38.2 32.6 28.9 26.2 24.1, 0.704, 1.182, 0.170",
        "100 86.9 74.3 65.3 59.3 55.1 51.7 49.1, 0.668, 3.806, 0.378"
    })
    void publishedFigures(String survivors, double alpha, double beta, double twelveYears) {
        String[] percent = survivors.split(" ", -1);
        double[][] renewals = new double[percent.length - 1][];
        for (int t = 1; t < percent.length; t++) {
            double atRisk = Double.parseDouble(percent[t - 1]);
            renewals[t - 1] = new double[] {t, atRisk, atRisk - Double.parseDouble(percent[t])};
        }
        Estimate estimate = ShiftedBetaGeometricFit.of(renewals);
        assertThat(estimate.converged()).isTrue();
        double[] theta = estimate.parameters();
        assertThat(theta[0]).isCloseTo(alpha, within(0.0005));
        assertThat(theta[1]).isCloseTo(beta, within(0.0005));
        double survival = IntStream.rangeClosed(1, 12)
                .mapToDouble(t -> ShiftedBetaGeometric.retention(t, theta[0], theta[1]))
                .reduce(1, (s, r) -> s * r);
        assertThat(survival).isCloseTo(twelveYears, within(0.0005));
    }
}
