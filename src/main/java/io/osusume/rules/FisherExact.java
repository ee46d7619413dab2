package io.osusume.rules;

/**
 * Fisher's exact test, one-sided: how likely is it that two sets of baskets, drawn independently, share at least so many?
 * K is hypergeometric(n, n(A), n(C)); the result is log10 P(K ≥ k), good far below the smallest double.
 *
 * <p>The first term follows Loader, "Fast and accurate computation of binomial probabilities" (2000): deviances instead of
 * differences of log-gammas, which would cancel. The rest of the tail are ratios of successive terms.
 */
final class FisherExact {
    private static final double LN_10 = Math.log(10);
    private static final double LN_2PI = Math.log(2 * Math.PI);
    /** Terms smaller than this share of the sum no longer change it. */
    private static final double NEGLIGIBLE = 1e-17;

    private static final double[] SMALL_STIRLING = smallStirling();

    private FisherExact() {}

    /**
     * log10 of the probability of sharing at least {@code both} baskets; in (−∞, 0].
     *
     * @param baskets n, at least 1
     * @param left n(A), in [0, n]
     * @param right n(C), in [0, n]
     * @param both k, in [0, min(n(A), n(C))]
     */
    static double log10P(long baskets, long left, long right, long both) {
        if (both <= Math.max(0, left + right - baskets)) {
            return 0;
        }
        double n = (double) baskets;
        double a = (double) left;
        double c = (double) right;
        double k = (double) both;
        // k below the mean: the lower tail is the smaller one, and 1 minus it loses nothing.
        return k * n < a * c
                ? Math.log1p(-lowerTail(n, a, c, k - 1)) / LN_10
                : Math.min(0, lnUpperTail(n, a, c, k) / LN_10);
    }

    /** ln P(K ≥ k). */
    private static double lnUpperTail(double n, double a, double c, double k) {
        double sum = 1;
        double term = 1;
        for (double j = k; j < Math.min(a, c) && term > NEGLIGIBLE * sum; j++) {
            term *= (a - j) / (j + 1) * ((c - j) / (n - a - c + j + 1));
            sum += term;
        }
        return lnProbability(n, a, c, k) + Math.log(sum);
    }

    /** P(K ≤ k). */
    private static double lowerTail(double n, double a, double c, double k) {
        double sum = 1;
        double term = 1;
        for (double j = k; j > Math.max(0, a + c - n) && term > NEGLIGIBLE * sum; j--) {
            term *= j / (a - j + 1) * ((n - a - c + j) / (c - j + 1));
            sum += term;
        }
        return Math.min(1, Math.exp(lnProbability(n, a, c, k)) * sum);
    }

    /** ln P(K = k) as a quotient of binomials with p = n(C)/n, which cancels out. */
    private static double lnProbability(double n, double a, double c, double k) {
        double p = c / n;
        double q = (n - c) / n;
        return lnBinomial(k, a, p, q) + lnBinomial(c - k, n - a, p, q) - lnBinomial(c, n, p, q);
    }

    private static double lnBinomial(double x, double n, double p, double q) {
        if (x == 0) {
            return n == 0 ? 0 : -deviance(n, n * q) - n * p;
        }
        if (x == n) {
            return -deviance(n, n * p) - n * q;
        }
        return stirling(n)
                - stirling(x)
                - stirling(n - x)
                - deviance(x, n * p)
                - deviance(n - x, n * q)
                - 0.5 * (LN_2PI + Math.log(x) + Math.log1p(-x / n));
    }

    /** x ln(x/m) + m − x, by a series where the two are close. */
    private static double deviance(double x, double m) {
        double difference = x - m;
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            return x * Math.log(x / m) + m - x;
        }
        double v = difference / (x + m);
        double sum = difference * v;
        double power = 2 * x * v;
        for (int j = 1; ; j++) {
            power *= v * v;
            double next = sum + power / (2 * j + 1);
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** ln n! − ln(√(2πn) (n/e)^n), the error of Stirling's formula. */
    private static double stirling(double n) {
        if (n < SMALL_STIRLING.length) {
            return SMALL_STIRLING[(int) n];
        }
        double s = 1 / (n * n);
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - s / 1188) * s) * s) * s) / n;
    }

    private static double[] smallStirling() {
        double[] errors = new double[16];
        double factorial = 1;
        for (int n = 1; n < errors.length; n++) {
            factorial *= n;
            errors[n] = Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * LN_2PI;
        }
        return errors;
    }
}
