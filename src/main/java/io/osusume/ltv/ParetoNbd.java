package io.osusume.ltv;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import io.osusume.stats.Logistic;
import java.util.ArrayList;
import java.util.List;

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): an alive customer buys at rate λ ~ Gamma(r, α) and leaves at rate
 * μ ~ Gamma(s, β), at any moment.
 *
 * <p>L(x, t_x, T) = Γ(r+x) α^r β^s / Γ(r) · (α+T)^−(r+x) (β+T)^−s · (1 + e^ρ) and P(alive) = 1 / (1 + e^ρ), with
 * e^ρ = s ∫ from t_x to T of ((α+T)/(α+y))^(r+x) ((β+T)/(β+y))^s / (β+y) dy, see {@link ParetoIntegral}.
 */
final class ParetoNbd implements PurchaseModel {
    static final ParetoNbd INSTANCE = new ParetoNbd();

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int S = 2;
    private static final int BETA = 3;

    private ParetoNbd() {}

    @Override
    public String name() {
        return "pareto_nbd";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("r", "alpha", "s", "beta");
    }

    @Override
    public List<double[]> starts(double repeatRate) {
        double rate = Math.max(repeatRate, 1e-9);
        List<double[]> starts = new ArrayList<>();
        for (double r : new double[] {0.3, 2}) {
            for (double s : new double[] {0.5, 3}) {
                starts.add(new double[] {Math.log(r), Math.log(r / (2 * rate)), Math.log(s), Math.log(s / rate)});
            }
        }
        return starts;
    }

    /** About ten usual gaps between orders. */
    @Override
    public double[] usualLeaving(double repeatRate) {
        return new double[] {0, Math.log(10 / Math.max(repeatRate, 1e-9))};
    }

    @Override
    public LogLikelihood likelihood(PurchaseHistories rows) {
        double[] reaches = {LogLikelihood.SHAPE, LogLikelihood.SCALE, LogLikelihood.SHAPE, LogLikelihood.SCALE};
        return new SummedLikelihood(rows.customers(), reaches, theta -> {
            double[] sums = ChunkedSums.sum(rows.size(), 5, (from, to, s) -> addTimes(rows, from, to, theta, s));
            addRepeats(rows, theta, sums);
            return sums;
        });
    }

    /** The terms in t_x and T: −(r+x) ln(α+T) − s ln(β+T) + ln(1 + e^ρ). Plain gradient first, value last. */
    private static void addTimes(PurchaseHistories rows, int from, int to, double[] theta, double[] sums) {
        ParetoIntegral integral = new ParetoIntegral(theta);
        for (int i = from; i < to; i++) {
            double w = rows.weight(i);
            double c = theta[R] + rows.repeats(i);
            double end = theta[ALPHA] + rows.age(i);
            double stop = theta[BETA] + rows.age(i);
            double rho = integral.integrate(rows.repeats(i), rows.last(i), rows.age(i));
            double gone = w * Logistic.softplusSlope(rho);
            sums[R] += gone * integral.by(R) - w * Math.log(end);
            sums[ALPHA] += gone * integral.by(ALPHA) - w * c / end;
            sums[S] += gone * integral.by(S) - w * Math.log(stop);
            sums[BETA] += gone * integral.by(BETA) - w * theta[S] / stop;
            sums[4] += w * (Logistic.softplus(rho) - c * Math.log(end) - theta[S] * Math.log(stop));
        }
    }

    /** The terms in x alone: ln Γ(r+x) − ln Γ(r) + r ln α + s ln β. */
    private static void addRepeats(PurchaseHistories rows, double[] theta, double[] sums) {
        double r = theta[R];
        double constant = r * Math.log(theta[ALPHA]) + theta[S] * Math.log(theta[BETA]);
        for (int i = 0; i < rows.slots(); i++) {
            int x = rows.slotRepeats(i);
            double w = rows.slotWeight(i);
            sums[R] += w * (digamma(r + x) - digamma(r) + Math.log(theta[ALPHA]));
            sums[ALPHA] += w * r / theta[ALPHA];
            sums[S] += w * Math.log(theta[BETA]);
            sums[BETA] += w * theta[S] / theta[BETA];
            sums[4] += w * (logGamma(r + x) - logGamma(r) + constant);
        }
    }

    @Override
    public double logAlive(History h, double[] theta, double[] gradient) {
        ParetoIntegral integral = new ParetoIntegral(theta);
        double rho = integral.integrate(h.repeats(), h.last(), h.age());
        double gone = Logistic.softplusSlope(rho);
        for (int i = 0; i < 4; i++) {
            gradient[i] -= gone * integral.by(i) * theta[i];
        }
        return -Logistic.softplus(rho);
    }

    /**
     * Alive at T: E[Y(t)] = (r+x)(β+T) / (α+T) · φ, φ = (1 − e^(−(s−1)l)) / (s−1), l = ln((β+T+t) / (β+T)).
     */
    @Override
    public FutureOrders outlook(int repeats, double age, double[] theta, DiscountSchedule horizon) {
        double stop = theta[BETA] + age;
        double sum = 0;
        double byS = 0;
        double byBeta = 0;
        double last = 0;
        for (int k = 0; k < horizon.periods(); k++) {
            double t = horizon.end(k);
            double l = Math.log1p(t / stop);
            double q = (theta[S] - 1) * l;
            last = stop * l * relative(q);
            sum += horizon.step(k) * last;
            byS += horizon.step(k) * stop * l * l * relativeSlope(q);
            byBeta += horizon.step(k) * (last / stop - Math.exp(-q) * t / (stop + t));
        }
        double c = theta[R] + repeats;
        double end = theta[ALPHA] + age;
        double[] gradient = {
            theta[R] / c, -theta[ALPHA] / end, theta[S] * byS / sum, theta[BETA] * byBeta / sum,
        };
        return new FutureOrders(c / end * last, c / end * sum, gradient);
    }

    /** (1 − e^−q) / q. */
    private static double relative(double q) {
        return Math.abs(q) < 1e-8 ? 1 - q / 2 : -Math.expm1(-q) / q;
    }

    /** Its derivative, (e^−q (1+q) − 1) / q². */
    private static double relativeSlope(double q) {
        return Math.abs(q) < 1e-3 ? -0.5 + q / 3 - q * q / 8 : (Math.exp(-q) * (1 + q) - 1) / (q * q);
    }
}
