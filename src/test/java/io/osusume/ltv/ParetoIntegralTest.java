package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoIntegralTest {
    /** Midpoint rule in y, plain, with half a million steps. */
    private static double byMidpoints(double[] t, int x, double last, double age) {
        int n = 500_000;
        double h = (age - last) / n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double y = last + (i + 0.5) * h;
            sum += h
                    * Math.exp((t[0] + x) * Math.log((t[1] + last) / (t[1] + y))
                            + t[2] * Math.log((t[3] + last) / (t[3] + y)))
                    / (t[3] + y);
        }
        return Math.log(t[2] * sum)
                + (t[0] + x) * Math.log((t[1] + age) / (t[1] + last))
                + t[2] * Math.log((t[3] + age) / (t[3] + last));
    }

    @ParameterizedTest
    @CsvSource({
        "0.55, 10.6, 0.6, 11.7, 2, 30.4, 38.9",
        "0.55, 10.6, 0.6, 11.7, 0, 0, 38.9",
        "2, 0.5, 3, 200, 50, 3, 80",
        "2, 200, 3, 0.5, 1, 3, 80",
        "1, 5, 1, 5, 10000, 300, 365",
        "0.1, 1, 0.2, 1, 0, 0, 1000"
    })
    void agreesWithMidpoints(double r, double alpha, double s, double beta, int x, double last, double age) {
        double[] theta = {r, alpha, s, beta};
        assertThat(new ParetoIntegral(theta).integrate(x, last, age))
                .isCloseTo(byMidpoints(theta, x, last, age), within(1e-6));
    }

    @Test
    void extremesStayFinite() {
        double[] theta = {0.55, 74, 0.6, 82};
        for (int x : new int[] {0, 1, 10_000}) {
            for (double last : new double[] {0, 1, 364.9, 365}) {
                double log = ParetoNbd.INSTANCE.logAlive(new PurchaseModel.History(x, last, 365), theta, new double[4]);
                assertThat(log).isFinite().isLessThanOrEqualTo(0);
            }
        }
        // Bought today: alive. 10,000 orders and then silence: gone, though never NaN.
        assertThat(ParetoNbd.INSTANCE.logAlive(new PurchaseModel.History(5, 365, 365), theta, new double[4]))
                .isZero();
        assertThat(ParetoNbd.INSTANCE.logAlive(new PurchaseModel.History(10_000, 1, 365), theta, new double[4]))
                .isLessThan(-1000);
    }
}
