package io.osusume.ltv;

import io.osusume.stats.Logistic;
import io.osusume.stats.NearOne;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Orders to expect in (T, T+t] from a customer alive at T who buys at rate λ ~ Gamma(c, α+T) and leaves after each order
 * with probability p ~ Beta(a, b): E[(1 − (1 + pτ)^−c) / p], τ = t / (α+T); discounted by the steps u_k of a horizon.
 *
 * <p>The closed form (a+b−1)/(a−1) · (1 − (1+τ)^−c · 2F1(c, b; a+b−1; τ/(1+τ))) loses all digits near a = 1 and overflows
 * for c in the thousands. Here instead ∫ over y = logit p by the trapezoid rule: the integrand is analytic in a strip and
 * falls off exponentially on both sides, so the error falls like e^(−π²/h) (Trefethen & Weideman 2014), below 1e-12 for
 * h = 1/4. Where both ends have become plain exponentials the rest is a geometric series, summed exactly.
 */
final class BetaExpectation {
    private static final double STEP = 0.25;
    private static final double TINY = 1e-12;
    /** No series: its second term is e^−∞. */
    private static final double ONE = Double.POSITIVE_INFINITY;

    private final double a;
    private final double b;
    private final double c;
    private final DiscountSchedule horizon;
    private final double logBeta;
    private double scale;

    private double orders;
    private double discounted;
    private double byShape;
    private double byTime;
    private double sumLogP;
    private double sumLogQ;

    BetaExpectation(double a, double b, double c, DiscountSchedule horizon) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.horizon = horizon;
        this.logBeta = Beta.logBeta(a, b);
    }

    /** @param exposure α + T */
    void integrate(double exposure) {
        scale = exposure;
        double step = Math.min(STEP, Math.sqrt(1 / a + 1 / b) / 1.5);
        double reach = c * horizon.days() / exposure;
        double mode = Math.log(a / b);
        double lowest = -40 - Math.log1p(reach) + logWeight(mode);
        // Left of leftEnd all terms are proportional to e^(ay), right of rightEnd to e^(−by).
        double leftEnd = Math.min(mode, Math.log(TINY / Math.max(1, Math.max(b, Math.max(reach, reach / c)))));
        double rightEnd = Math.max(mode, Math.log(Math.max(1, Math.max(a, c)) / TINY));
        add(mode, step, ONE, 0);
        double y = mode - step;
        while (y > leftEnd && logWeight(y) > lowest) {
            add(y, step, ONE, 0);
            y -= step;
        }
        add(y, step, a * step, -step);
        y = mode + step;
        while (y < rightEnd && logWeight(y) > lowest) {
            add(y, step, ONE, 0);
            y += step;
        }
        add(y, step, b * step, step);
    }

    /** ln of p^a (1−p)^b at y, up to the constant B(a, b). */
    private double logWeight(double y) {
        return -a * Logistic.softplus(-y) - b * Logistic.softplus(y);
    }

    /** Adds the node y and those beyond it, each {@code step} further, whose terms fall by e^−decay each. */
    private void add(double y, double width, double decay, double step) {
        double p = Logistic.softplusSlope(y);
        double logP = -Logistic.softplus(-y);
        double logQ = -Logistic.softplus(y);
        double w = width * Math.exp(a * logP + b * logQ - logBeta);
        double rest = -Math.expm1(-decay);
        double series = w / rest;
        double last = 0;
        double value = 0;
        double shape = 0;
        double time = 0;
        for (int k = 0; k < horizon.periods(); k++) {
            double tau = horizon.end(k) / scale;
            double log = NearOne.log1p(p * tau);
            double survivors = Math.exp(-c * log);
            last = -NearOne.expm1(-c * log, survivors) / p;
            value += horizon.step(k) * last;
            shape += horizon.step(k) * log * survivors / p;
            // d/dα of τ = t/(α+T) is −τ/(α+T).
            time -= horizon.step(k) * c * survivors / (1 + p * tau) * tau / scale;
        }
        orders += series * last;
        discounted += series * value;
        byShape += series * shape;
        byTime += series * time;
        // Σ q^k (l − k·step) = l/(1−q) − step·q/(1−q)²: the logarithm goes on linearly on its own side, stays 0 on the
        // other.
        double drift = w * value * Math.abs(step) * Math.exp(-decay) / (rest * rest);
        sumLogP += series * value * logP - (step < 0 ? drift : 0);
        sumLogQ += series * value * logQ - (step > 0 ? drift : 0);
    }

    double orders() {
        return orders;
    }

    double discounted() {
        return discounted;
    }

    /** d discounted / dc. */
    double byShape() {
        return byShape;
    }

    /** d discounted / dα. */
    double byTime() {
        return byTime;
    }

    /** d discounted / da = E[(ln p − ψ(a) + ψ(a+b)) · …]. */
    double byFirst() {
        return sumLogP - (Gamma.digamma(a) - Gamma.digamma(a + b)) * discounted;
    }

    /** d discounted / db. */
    double bySecond() {
        return sumLogQ - (Gamma.digamma(b) - Gamma.digamma(a + b)) * discounted;
    }
}
