package io.osusume.ltv;

import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Maximum of a log-likelihood in log parameters: Hipparchus' conjugate gradients (Polak–Ribière), preconditioned by the
 * inverse of the observed information, so that directions are Newton's and the line search keeps them honest. Converged
 * means that the step Newton would still take promises less than {@link #DECREMENT} of log-likelihood and that the
 * information is positive definite.
 */
final class MaximumLikelihood {
    private static final double DECREMENT = 1e-5;
    private static final int MAX_EVALUATIONS = 3000;
    /** Conjugate directions grow stale as the curvature changes along a ridge: begin anew after so many. */
    private static final int ITERATIONS = 3;

    /**
     * A line search ends when it gains less log-likelihood than this. Its relative tolerance, of the whole likelihood, must
     * stay out of the way: observations are many, and what is left to gain is a fraction of one.
     */
    private static final double LINE_GAIN = 1e-6;

    private static final double RELATIVE = 1e-15;
    private static final int ATTEMPTS = 30;

    private final LogLikelihood likelihood;
    private final double scale;

    private MaximumLikelihood(LogLikelihood likelihood) {
        this.likelihood = likelihood;
        this.scale = 1 / Math.max(1, likelihood.observations());
    }

    /** The best of all starts (points in log parameters). Never throws: {@link Estimate#converged()} says how it went. */
    static Estimate from(LogLikelihood likelihood, List<double[]> starts) {
        MaximumLikelihood search = new MaximumLikelihood(new ParameterPenalty(likelihood));
        Estimate best = null;
        for (double[] start : starts) {
            Estimate found = search.climb(start);
            if (best == null || found.betterThan(best)) {
                best = found;
            }
        }
        return best;
    }

    private Estimate climb(double[] start) {
        double[] point = start;
        Estimate estimate = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] next;
            try {
                next = optimizer()
                        .optimize(
                                new ObjectiveFunction(this::value),
                                new ObjectiveFunctionGradient(this::gradient),
                                GoalType.MAXIMIZE,
                                new InitialGuess(point),
                                new MaxEval(MAX_EVALUATIONS))
                        .getPoint();
            } catch (MathRuntimeException e) {
                return estimate == null ? estimate(point) : estimate;
            }
            point = next;
            estimate = estimate(point);
            if (estimate.converged()) {
                return estimate;
            }
        }
        return estimate;
    }

    private NonLinearConjugateGradientOptimizer optimizer() {
        return new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE,
                (iteration, before, after) -> iteration >= ITERATIONS,
                RELATIVE,
                LINE_GAIN * scale,
                1,
                (point, residual) -> information(point).solve(residual));
    }

    private Estimate estimate(double[] point) {
        double value = likelihood.at(point, new double[point.length]);
        ObservedInformation information = information(point);
        double decrement = information.decrement(gradient(point)) / scale;
        boolean top = information.positiveDefinite() && decrement < DECREMENT;
        return new Estimate(point, value, information.covariance(1 / scale), top);
    }

    /** Per observation, so that tolerances do not depend on how many there are. */
    private double value(double[] point) {
        return scale * likelihood.at(point, new double[point.length]);
    }

    private double[] gradient(double[] point) {
        double[] gradient = new double[point.length];
        likelihood.at(point, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= scale;
        }
        return gradient;
    }

    private ObservedInformation information(double[] point) {
        return ObservedInformation.at(point, this::gradient);
    }
}
