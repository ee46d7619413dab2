package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FirstOrderTest {
    private static double[][] rows(int n, double noise, DoubleUnaryOperator meanOf) {
        Random random = new Random(5);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double first = 10 * Math.exp(random.nextGaussian());
            rows[i] = new double[] {
                1 + i % 3, first, meanOf.applyAsDouble(first) * Math.exp(noise * random.nextGaussian()), 1
            };
        }
        return rows;
    }

    /** m = 30 √f without noise: the prior has nothing to say. */
    @Test
    void anExactPowerIsFound() {
        FirstOrder fit = FirstOrder.fit(rows(500, 0, f -> 30 * Math.sqrt(f)), 0);
        assertThat(fit.slope()).isCloseTo(0.5, within(1e-9));
        assertThat(fit.expected(16)).isCloseTo(120, within(1e-6));
        assertThat(fit.variance(16)).isCloseTo(0, within(1e-9));
    }

    /** Slope and its shrinking by hand: least squares, ridge of residual variance ÷ ½². */
    @Test
    void theSlopeIsThatOfLeastSquaresDrawnTowardsZero() {
        double[][] rows = rows(60, 1, f -> 3 * Math.pow(f, 0.7));
        double u = 0;
        double v = 0;
        for (double[] row : rows) {
            u += Math.log(row[1]) / rows.length;
            v += Math.log(row[2]) / rows.length;
        }
        double uu = 0;
        double uv = 0;
        for (double[] row : rows) {
            uu += Math.pow(Math.log(row[1]) - u, 2);
            uv += (Math.log(row[1]) - u) * (Math.log(row[2]) - v);
        }
        double residual = 0;
        for (double[] row : rows) {
            residual += Math.pow(Math.log(row[2]) - v - uv / uu * (Math.log(row[1]) - u), 2) / (rows.length - 2);
        }
        FirstOrder fit = FirstOrder.fit(rows, 0);
        assertThat(fit.slope())
                .isCloseTo(uv / (uu + 4 * residual), within(1e-9))
                .isLessThan(uv / uu);
    }

    /** What is expected of those who came back adds up to what they spent. */
    @Test
    void theLevelIsRightOnTheWhole() {
        double[][] rows = rows(400, 0.8, f -> 5 * Math.pow(f, 0.4));
        FirstOrder fit = FirstOrder.fit(rows, 0);
        double came = 0;
        double told = 0;
        for (double[] row : rows) {
            came += row[2];
            told += fit.expected(row[1]);
        }
        assertThat(told).isCloseTo(came, Percentage.withPercentage(1e-6));
    }

    /** Nothing to learn from: first orders alike, or going the other way. */
    @Test
    void withoutASlopeItIsTheMean() {
        double[][] alike = {{1, 50, 20, 3}, {2, 50, 40, 3}};
        assertThat(FirstOrder.fit(alike, 0.02).slope()).isZero();
        double[][] contrary = rows(100, 0, f -> 100 / f);
        assertThat(FirstOrder.fit(contrary, 0).slope()).isZero();
        assertThat(FirstOrder.fit(new double[][] {{1, 50, 20, 2}, {2, 50, 40, 2}}, 0)
                        .expected(1e6))
                .isCloseTo(30, within(1e-9));
    }

    /** A first order beyond all that were seen is worth what the limit is, and one such row moves nothing. */
    @Test
    void farOutIsAtTheLimit() {
        double[][] rows = rows(200, 0.3, f -> 4 * Math.sqrt(f));
        FirstOrder fit = FirstOrder.fit(rows, 0.02);
        assertThat(fit.expected(1e12)).isEqualTo(fit.expected(1e9)).isLessThan(4 * Math.sqrt(10 * Math.exp(3)));
        rows[0] = new double[] {50, 1e9, 1e9, 1};
        assertThat(FirstOrder.fit(rows, 0.02).expected(20)).isCloseTo(fit.expected(20), Percentage.withPercentage(3));
    }
}
