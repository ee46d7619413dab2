package io.osusume.effects;

/**
 * The difference of two arms' means.
 *
 * @param effect treated less control; adjusted by what was known before, where it was
 * @param error its standard error
 * @param freedom degrees of freedom of the error (Welch, Satterthwaite)
 * @param clusters n, accounts or customers in both arms
 * @param narrowed the share of the variance that the adjustment takes away; 0 without one, negative where it adds
 */
record Difference(
        double meanTreated,
        double meanControl,
        double effect,
        double error,
        double freedom,
        long clusters,
        double narrowed) {
    /** Fewer clusters an arm for each covariate teach no slope worth having. */
    private static final int LEAST_PER_COVARIATE = 20;

    /**
     * CUPED (Deng, Xu, Kohavi & Walker 2013) in the form of Lin (2013): each arm a has its own slopes βₐ on the covariates x, and
     * its mean is moved to the x̄ of both arms, ȳₐ − βₐ'(x̄ₐ − x̄). The variance is the sum over clusters g of ψ_g², where ψ_g is
     * the sum over its customers of ±u/nₐ + (β₁ − β₀)'(x − x̄)/N, u the residual of the arm's own regression: robust to unequal
     * variances and to accounts whose customers are alike, and of the customers there may be, not only of these (the last
     * term). Each arm's sum is taken G/(G − 1 − k) times for G clusters and k covariates that tell something. Without covariates it is Welch's.
     */
    static Difference of(Moments treated, Moments control) {
        Difference plain = with(treated, control, 0);
        int k = treated.covariates();
        long least = (long) LEAST_PER_COVARIATE * k;
        if (k == 0 || treated.clusters() < least || control.clusters() < least) {
            return plain;
        }
        Difference adjusted = with(treated, control, k);
        double narrowed = plain.error == 0 ? 0 : 1 - adjusted.error * adjusted.error / (plain.error * plain.error);
        return new Difference(
                plain.meanTreated,
                plain.meanControl,
                adjusted.effect,
                adjusted.error,
                adjusted.freedom,
                plain.clusters,
                narrowed);
    }

    private static Difference with(Moments treated, Moments control, int k) {
        Regression ofTreated = Regression.of(treated, k);
        Regression ofControl = Regression.of(control, k);
        double[] beta1 = ofTreated.slopes();
        double[] beta0 = ofControl.slopes();
        double n1 = treated.customers();
        double n0 = control.customers();
        double[] overall = new double[k];
        double effect = treated.meanOutcome() - control.meanOutcome();
        for (int i = 0; i < k; i++) {
            overall[i] = (n1 * treated.mean(i) + n0 * control.mean(i)) / (n1 + n0);
            effect -= beta1[i] * (treated.mean(i) - overall[i]) - beta0[i] * (control.mean(i) - overall[i]);
        }
        Slopes slopes = new Slopes(beta1, beta0, overall, n1 + n0);
        double v1 = variance(treated, slopes.influence(treated, beta1, 1), ofTreated.rank());
        double v0 = variance(control, slopes.influence(control, beta0, -1), ofControl.rank());
        double v = v1 + v0;
        double freedom = v == 0
                ? 1
                : v * v / (v1 * v1 / degrees(treated, ofTreated.rank()) + v0 * v0 / degrees(control, ofControl.rank()));
        return new Difference(
                treated.meanOutcome(),
                control.meanOutcome(),
                effect,
                Math.sqrt(v),
                freedom,
                treated.clusters() + control.clusters(),
                0);
    }

    private static double degrees(Moments arm, int k) {
        return Math.max(1, arm.clusters() - 1.0 - k);
    }

    private static double variance(Moments arm, double[] influence, int k) {
        return arm.squares(influence) * arm.clusters() / degrees(arm, k);
    }

    /** Both arms' slopes, and the means of all N customers. */
    private static final class Slopes {
        private final double[] treated;
        private final double[] control;
        private final double[] means;
        private final double customers;

        private Slopes(double[] treated, double[] control, double[] means, double customers) {
            this.treated = treated;
            this.control = control;
            this.means = means;
            this.customers = customers;
        }

        /** c such that ψ of a cluster of the arm is c'z. */
        private double[] influence(Moments arm, double[] beta, int sign) {
            int k = beta.length;
            double n = arm.customers();
            double[] c = new double[arm.covariates() + 2];
            double intercept = arm.meanOutcome();
            double centre = 0;
            for (int i = 0; i < k; i++) {
                double differs = (treated[i] - control[i]) / customers;
                intercept -= beta[i] * arm.mean(i);
                centre += differs * means[i];
                c[i + 1] = -sign * beta[i] / n + differs;
            }
            c[0] = -sign * intercept / n - centre;
            c[c.length - 1] = sign / n;
            return c;
        }
    }
}
