package io.osusume.ltv;

import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
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
 *
 * <p>Parameters that the data cannot bound (nobody ever leaves: a → 0) would run off without end: they stop at e^±12 and
 * count as known there.
 */
final class MaximumLikelihood {
    static final double BOUND = 12;
    private static final double DECREMENT = 1e-5;
    private static final int MAX_EVALUATIONS = 3000;
    private static final int ATTEMPTS = 4;

    private final LogLikelihood likelihood;
    private final double scale;
    private int evaluations;

    private MaximumLikelihood(LogLikelihood likelihood) {
        this.likelihood = likelihood;
        this.scale = 1 / Math.max(1, likelihood.observations());
    }

    /** The best of all starts (points in log parameters). Never throws: {@link Estimate#converged()} says how it went. */
    static Estimate from(LogLikelihood likelihood, List<double[]> starts) {
        MaximumLikelihood search = new MaximumLikelihood(likelihood);
        Estimate best = null;
        for (double[] start : starts) {
            Estimate found = search.climb(start);
            if (best == null || found.betterThan(best)) {
                best = found;
            }
        }
        return best;
    }

    /** Line searches may give up before the top; another attempt starts where the last one stood. */
    private Estimate climb(double[] start) {
        evaluations = 0;
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
                new SimpleValueChecker(-1, DECREMENT * scale / 10),
                1e-4,
                1e-6,
                1,
                (point, residual) -> information(point).solve(residual));
    }

    private Estimate estimate(double[] point) {
        double[] clamped = Clamp.of(point);
        double value = likelihood.at(clamped, new double[point.length]);
        Information information = information(clamped);
        double decrement = information.decrement(gradient(clamped)) / scale;
        boolean top = information.positiveDefinite() && decrement < DECREMENT;
        return new Estimate(clamped, value, information.covariance(1 / scale), new Estimate.Search(top, evaluations));
    }

    /** Per observation, so that tolerances do not depend on how many there are. */
    private double value(double[] point) {
        evaluations++;
        return scale * likelihood.at(Clamp.of(point), new double[point.length]) - Clamp.penalty(point);
    }

    private double[] gradient(double[] point) {
        evaluations++;
        double[] gradient = new double[point.length];
        likelihood.at(Clamp.of(point), gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= scale;
        }
        return Clamp.gradient(point, gradient);
    }

    private Information information(double[] point) {
        return Information.at(point, this::gradient);
    }
}
