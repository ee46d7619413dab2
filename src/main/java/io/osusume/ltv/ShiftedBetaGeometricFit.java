package io.osusume.ltv;

import io.osusume.stats.ShiftedBetaGeometric;
import java.util.List;

/** The α and β of the {@link ShiftedBetaGeometric} under which renewals are likeliest. */
final class ShiftedBetaGeometricFit {
    private static final List<double[]> STARTS = List.of(
            new double[] {0, 0}, new double[] {Math.log(0.5), Math.log(4)}, new double[] {Math.log(2), Math.log(20)});

    private ShiftedBetaGeometricFit() {}

    /** Rows {t, at risk at renewal t, left at renewal t}. Contracts may enter late. */
    static Estimate of(double[][] renewals) {
        return MaximumLikelihood.from(likelihood(renewals), STARTS);
    }

    /** Σ left · ln(1 − r_t) + stayed · ln r_t. */
    private static LogLikelihood likelihood(double[][] renewals) {
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
}
