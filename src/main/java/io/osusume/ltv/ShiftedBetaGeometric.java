package io.osusume.ltv;

import java.util.List;

/**
 * Shifted-beta-geometric model of contracts (Fader & Hardie 2007): at each renewal a customer leaves with a probability
 * drawn once from Beta(α, β). Of those at risk at renewal t = 1, 2, … the share r_t = (β+t−1) / (α+β+t−1) stays.
 */
final class ShiftedBetaGeometric {
    static final List<String> PARAMETER_NAMES = List.of("alpha", "beta");

    private ShiftedBetaGeometric() {}

    static List<double[]> starts() {
        return List.of(
                new double[] {0, 0}, new double[] {Math.log(0.5), Math.log(4)}, new double[] {Math.log(2), Math.log(20)
                });
    }

    /** Rows {t, at risk at renewal t, left at renewal t}: Σ left · ln(1 − r_t) + stayed · ln r_t. Contracts may enter late. */
    static LogLikelihood likelihood(double[][] renewals) {
        double observations = 0;
        for (double[] row : renewals) {
            observations += row[1];
        }
        double total = observations;
        return new LogLikelihood() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double observations() {
                return total;
            }

            @Override
            public double reach(int parameter) {
                return SHAPE;
            }

            @Override
            public double at(double[] logParameters, double[] gradient) {
                double alpha = Math.exp(logParameters[0]);
                double beta = Math.exp(logParameters[1]);
                gradient[0] = 0;
                gradient[1] = 0;
                double value = 0;
                for (double[] row : renewals) {
                    double stay = beta + row[0] - 1;
                    double left = row[2];
                    double stayed = row[1] - left;
                    value += left * Math.log(alpha) + stayed * Math.log(stay) - row[1] * Math.log(alpha + stay);
                    gradient[0] += left - row[1] * alpha / (alpha + stay);
                    gradient[1] += stayed * beta / stay - row[1] * beta / (alpha + stay);
                }
                return value;
            }
        };
    }

    /** r_t, the share of those at risk at renewal t that stays. */
    static double retention(double t, double alpha, double beta) {
        return (beta + t - 1) / (alpha + beta + t - 1);
    }

    /** S(t) = B(α, β+t) / B(α, β), the share that survives t renewals. */
    static double survival(int t, double alpha, double beta) {
        double s = 1;
        for (int i = 1; i <= t; i++) {
            s *= retention(i, alpha, beta);
        }
        return s;
    }
}
