package io.osusume.ltv;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import io.osusume.stats.Lexicographic;
import io.osusume.stats.SystematicSample;
import java.util.Arrays;
import java.util.List;

/**
 * Gamma-Gamma model of order value (Fader & Hardie 2013): the value of one customer's orders is Gamma(p, ν), ν ~ Gamma(q, γ)
 * over customers, independent of how often they buy. For x repeat orders of mean m,
 * ln L = ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln γ + (px−1) ln m + px ln x − (px+q) ln(γ+mx), and E[M] = p(γ+mx) / (px+q−1).
 */
final class GammaGamma {
    private GammaGamma() {}

    /**
     * Fits to all rows {x, m, weight}. With more than {@code sampleRows} the several starts are tried on a weighted sample of that
     * size, and all rows are climbed once, from the best of them.
     */
    static Estimate fit(double[][] rows, int sampleRows) {
        double[][] sorted = Lexicographic.sorted(rows);
        double customers = 0;
        double sum = 0;
        for (double[] row : rows) {
            customers += row[2];
            sum += row[2] * row[1];
        }
        List<double[]> starts = starts(sum / customers);
        if (rows.length > sampleRows) {
            starts = List.of(MaximumLikelihood.from(likelihood(sample(sorted, sampleRows)), starts)
                    .logParameters());
        }
        return MaximumLikelihood.from(likelihood(sorted), starts);
    }

    private static double[][] sample(double[][] sorted, int n) {
        double[] weights = Arrays.stream(sorted).mapToDouble(row -> row[2]).toArray();
        double each = Arrays.stream(weights).sum() / n;
        return Arrays.stream(SystematicSample.rows(weights, n))
                .mapToObj(row -> new double[] {sorted[row][0], sorted[row][1], each})
                .toArray(double[][]::new);
    }

    /** Starts: a coefficient of variation within customers of 1/√p, and E[M] at the mean of all values. */
    static List<double[]> starts(double meanValue) {
        return List.of(start(1, 3, meanValue), start(4, 3, meanValue), start(10, 10, meanValue));
    }

    private static double[] start(double p, double q, double meanValue) {
        return new double[] {Math.log(p), Math.log(q), Math.log(meanValue * (q - 1) / p)};
    }

    /** Rows {x, m, weight}, x ≥ 1 repeat orders of mean value m > 0. */
    static LogLikelihood likelihood(double[][] rows) {
        double[][] sorted = Lexicographic.sorted(rows);
        double[] logMeans =
                Arrays.stream(sorted).mapToDouble(row -> Math.log(row[1])).toArray();
        double customers = Arrays.stream(sorted).mapToDouble(row -> row[2]).sum();
        double[] reaches = {LogLikelihood.SHAPE, LogLikelihood.SHAPE, LogLikelihood.SCALE + 10};
        return new SummedLikelihood(
                customers,
                reaches,
                theta -> ChunkedSums.sum(sorted.length, 4, (from, to, s) -> add(sorted, logMeans, from, to, theta, s)));
    }

    private static void add(double[][] rows, double[] logMeans, int from, int to, double[] theta, double[] sums) {
        double p = theta[0];
        double q = theta[1];
        double gamma = theta[2];
        XTerms terms = null;
        for (int i = from; i < to; i++) {
            double x = rows[i][0];
            double m = rows[i][1];
            double w = rows[i][2];
            if (terms == null || terms.x != x) {
                terms = new XTerms(x, theta);
            }
            double shape = p * x + q;
            double total = gamma + m * x;
            double log = Math.log(total);
            sums[0] += w * (terms.byP + x * logMeans[i] - x * log);
            sums[1] += w * (terms.byQ - log);
            sums[2] += w * (q / gamma - shape / total);
            sums[3] += w * (terms.value + (p * x - 1) * logMeans[i] - shape * log);
        }
    }

    /** The terms in x alone; rows are sorted by x, so each is computed once a chunk. */
    private static final class XTerms {
        private final double x;
        private final double byP;
        private final double byQ;
        private final double value;

        XTerms(double x, double[] theta) {
            double px = theta[0] * x;
            double q = theta[1];
            double psi = digamma(px + q);
            this.x = x;
            this.byP = x * (psi - digamma(px) + Math.log(x));
            this.byQ = psi - digamma(q) + Math.log(theta[2]);
            this.value = logGamma(px + q) - logGamma(px) - logGamma(q) + q * Math.log(theta[2]) + px * Math.log(x);
        }
    }

    /** E[M | x, m]; finite only for px + q > 1. Adds the gradient of its logarithm by ln p, ln q, ln γ. */
    static double expectedValue(int repeats, double mean, double[] theta, double[] gradient) {
        double shape = theta[0] * repeats + theta[1] - 1;
        double total = theta[2] + mean * repeats;
        gradient[0] += 1 - theta[0] * repeats / shape;
        gradient[1] -= theta[1] / shape;
        gradient[2] += theta[2] / total;
        return theta[0] * total / shape;
    }
}
