package io.osusume.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {
    private static final MathContext DIGITS = new MathContext(40);

    @Test
    void agreesWithExactSumsForAllSmallTables() {
        for (int n = 1; n <= 14; n++) {
            for (int a = 0; a <= n; a++) {
                for (int c = 0; c <= n; c++) {
                    for (int k = Math.max(0, a + c - n); k <= Math.min(a, c); k++) {
                        assertThat(FisherExact.log10P(n, a, c, k))
                                .as("n=%s a=%s c=%s k=%s", n, a, c, k)
                                .isCloseTo(exact(n, a, c, k), within(1e-12));
                    }
                }
            }
        }
    }

    /** Fisher's lady tasting tea: all four cups right has p = 1/70, three or four 17/70. */
    @Test
    void tastesTea() {
        assertThat(FisherExact.log10P(8, 4, 4, 4)).isCloseTo(Math.log10(1 / 70.0), within(1e-14));
        assertThat(FisherExact.log10P(8, 4, 4, 3)).isCloseTo(Math.log10(17 / 70.0), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 100, 100, 11",
        "1000, 100, 100, 9",
        "1000, 100, 100, 10",
        "20728, 2000, 1500, 900",
        "20728, 104, 104, 104",
        "20728, 1, 1, 1",
        "5000, 2500, 2500, 1300",
        "5000, 2500, 2500, 1200",
        "5000, 2500, 2500, 2500",
        "5000, 4999, 4000, 4000",
        "100000, 3000, 3000, 2900",
        "1000000000, 1000, 2000, 1",
        "1000000000, 1000, 2000, 50",
        "1000000000, 2000, 2000, 2000",
    })
    void agreesWithExactSumsOfBigIntegers(int n, int a, int c, int k) {
        assertThat(FisherExact.log10P(n, a, c, k)).isCloseTo(exact(n, a, c, k), Percentage.withPercentage(1e-9));
    }

    @Test
    void reachesFarBelowTheSmallestDouble() {
        assertThat(FisherExact.log10P(5000, 2500, 2500, 2500)).isLessThan(-1000);
        assertThat(FisherExact.log10P(1_000_000_000, 2000, 2000, 2000)).isLessThan(-10_000);
    }

    /** By symmetry P(K ≥ c/2) = 1/2 + P(K = c/2)/2 when A is half of all; the point in the middle is 1/√(2πσ²) to 1 in n. */
    @Test
    void holdsInTheMiddleOfABillion() {
        long n = 1_000_000_000;
        double variance = n / 16.0;
        double middle = 1 / Math.sqrt(2 * Math.PI * variance);
        assertThat(FisherExact.log10P(n, n / 2, n / 2, n / 4)).isCloseTo(Math.log10(0.5 + middle / 2), within(1e-11));
    }

    /** Far out, against the leading Edgeworth-free bound: the tail of a Poisson of the same mean, n(A)·n(C)/n = 1000. */
    @Test
    void comesCloseToAPoissonTailWhereSharesAreSmall() {
        double mean = 1000;
        double lnPoisson = -mean + 1500 * Math.log(mean);
        for (int j = 2; j <= 1500; j++) {
            lnPoisson -= Math.log(j);
        }
        double term = 1;
        double sum = 1;
        for (int j = 1501; j < 3000; j++) {
            term *= mean / j;
            sum += term;
        }
        double log10Poisson = (lnPoisson + Math.log(sum)) / Math.log(10);
        assertThat(FisherExact.log10P(1_000_000_000, 1_000_000, 1_000_000, 1500))
                .isCloseTo(log10Poisson, Percentage.withPercentage(0.5));
    }

    @Test
    void isCertainWhenNothingElseIsPossible() {
        assertThat(FisherExact.log10P(100, 100, 30, 30)).isZero();
        assertThat(FisherExact.log10P(100, 60, 60, 20)).isZero();
        assertThat(FisherExact.log10P(100, 10, 10, 0)).isZero();
        assertThat(FisherExact.log10P(1, 1, 1, 1)).isZero();
    }

    /** log10 Σ_{j≥k} C(a, j)·C(n−a, c−j) / C(n, c), in whole numbers. */
    private static double exact(int n, int a, int c, int k) {
        int least = Math.max(k, Math.max(0, a + c - n));
        BigInteger term = choose(a, least).multiply(choose(n - a, c - least));
        BigInteger sum = BigInteger.ZERO;
        for (int j = least; j <= Math.min(a, c); j++) {
            sum = sum.add(term);
            term = term.multiply(BigInteger.valueOf((long) (a - j) * (c - j)))
                    .divide(BigInteger.valueOf((long) (j + 1) * Math.max(1, n - a - c + j + 1)));
        }
        return log10(new BigDecimal(sum).divide(new BigDecimal(choose(n, c)), DIGITS));
    }

    private static BigInteger choose(int n, int k) {
        BigInteger product = BigInteger.ONE;
        int fewer = Math.min(k, n - k);
        for (int i = 1; i <= fewer; i++) {
            product = product.multiply(BigInteger.valueOf(n - fewer + i)).divide(BigInteger.valueOf(i));
        }
        return product;
    }

    private static double log10(BigDecimal x) {
        int exponent = x.precision() - x.scale();
        return exponent + Math.log10(x.scaleByPowerOfTen(-exponent).doubleValue());
    }
}
