package io.osusume.ltv;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import io.osusume.stats.Logistic;
import java.util.ArrayList;
import java.util.List;

/**
 * BG/NBD (Fader, Hardie & Lee 2005) and MBG/NBD (Batislam, Denizel & Filiztekin 2007). While alive a customer buys at
 * rate λ ~ Gamma(r, α) and leaves with probability p ~ Beta(a, b) after each repeat order; in MBG also after the first.
 *
 * <p>With B = b + x for BG and b + x + 1 for MBG the likelihood of (x, t_x, T) is
 * Γ(r+x) α^r / Γ(r) · B(a, B) / B(a, b) · (α+T)^−(r+x) · (1 + e^u), where
 * u = ln(a / (B−1)) + (r+x) ln((α+T) / (α+t_x)), e^u = 0 for BG with x = 0; and P(alive) = 1 / (1 + e^u).
 */
final class BetaGeometricNbd implements PurchaseModel {
    static final BetaGeometricNbd BG = new BetaGeometricNbd("bg_nbd", 0);
    static final BetaGeometricNbd MBG = new BetaGeometricNbd("mbg_nbd", 1);

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final String name;
    /** 1 when one may leave after the first order too, else 0. */
    private final int first;

    private BetaGeometricNbd(String name, int first) {
        this.name = name;
        this.first = first;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("r", "alpha", "a", "b");
    }

    @Override
    public List<double[]> starts(double repeatRate) {
        double rate = Math.max(repeatRate, 1e-9);
        List<double[]> starts = new ArrayList<>();
        for (double r : new double[] {0.3, 2}) {
            for (double b : new double[] {1.5, 10}) {
                // Pooled rates count the time after leaving too: an alive customer buys about twice as fast.
                starts.add(new double[] {Math.log(r), Math.log(r / (2 * rate)), 0, Math.log(b)});
            }
        }
        return starts;
    }

    /** About one in eleven orders is the last. */
    @Override
    public double[] usualLeaving(double repeatRate) {
        return new double[] {0, Math.log(10)};
    }

    @Override
    public LogLikelihood likelihood(PurchaseHistories rows) {
        double[] reaches = {LogLikelihood.SHAPE, LogLikelihood.SCALE, LogLikelihood.SHAPE, LogLikelihood.SHAPE};
        return new SummedLikelihood(rows.customers(), reaches, theta -> {
            double[] sums = ChunkedSums.sum(rows.size(), 5, (from, to, s) -> addTimes(rows, from, to, theta, s));
            addRepeats(rows, theta, sums);
            return sums;
        });
    }

    /** The terms in t_x and T: −(r+x) ln(α+T) + ln(1 + e^u). Plain gradient first, value last. */
    private void addTimes(PurchaseHistories rows, int from, int to, double[] theta, double[] sums) {
        double[] logOdds = new double[rows.slots()];
        for (int s = 0; s < logOdds.length; s++) {
            logOdds[s] = Math.log(theta[A] / (theta[B] + rows.slotRepeats(s) + first - 1));
        }
        for (int i = from; i < to; i++) {
            int x = rows.repeats(i);
            double w = rows.weight(i);
            double c = theta[R] + x;
            double end = theta[ALPHA] + rows.age(i);
            double logEnd = Math.log(end);
            sums[R] -= w * logEnd;
            sums[ALPHA] -= w * c / end;
            sums[4] -= w * c * logEnd;
            if (x + first > 0) {
                double last = theta[ALPHA] + rows.last(i);
                double since = logEnd - Math.log(last);
                double u = logOdds[rows.slot(i)] + c * since;
                double gone = w * Logistic.softplusSlope(u);
                sums[R] += gone * since;
                sums[ALPHA] += gone * c * (1 / end - 1 / last);
                sums[A] += gone / theta[A];
                sums[B] -= gone / (theta[B] + x + first - 1);
                sums[4] += w * Logistic.softplus(u);
            }
        }
    }

    /** The terms in x alone: ln Γ(r+x) − ln Γ(r) + r ln α + ln B(a, B) − ln B(a, b). */
    private void addRepeats(PurchaseHistories rows, double[] theta, double[] sums) {
        double r = theta[R];
        double a = theta[A];
        double b = theta[B];
        for (int s = 0; s < rows.slots(); s++) {
            int x = rows.slotRepeats(s);
            double w = rows.slotWeight(s);
            double stay = b + x + first;
            sums[R] += w * (digamma(r + x) - digamma(r) + Math.log(theta[ALPHA]));
            sums[ALPHA] += w * r / theta[ALPHA];
            double common = digamma(a + b) - digamma(a + stay);
            sums[A] += w * common;
            sums[B] += w * (common + digamma(stay) - digamma(b));
            sums[4] += w
                    * (logGamma(r + x)
                            - logGamma(r)
                            + r * Math.log(theta[ALPHA])
                            + logGamma(stay)
                            - logGamma(a + stay)
                            - logGamma(b)
                            + logGamma(a + b));
        }
    }

    @Override
    public double logAlive(History h, double[] theta, double[] gradient) {
        if (h.repeats() + first == 0) {
            return 0;
        }
        double c = theta[R] + h.repeats();
        double left = theta[B] + h.repeats() + first - 1;
        double end = theta[ALPHA] + h.age();
        double last = theta[ALPHA] + h.last();
        double since = Math.log(end / last);
        double u = Math.log(theta[A] / left) + c * since;
        double gone = Logistic.softplusSlope(u);
        gradient[R] -= gone * since * theta[R];
        gradient[ALPHA] -= gone * c * (1 / end - 1 / last) * theta[ALPHA];
        gradient[A] -= gone;
        gradient[B] += gone * theta[B] / left;
        return -Logistic.softplus(u);
    }

    @Override
    public FutureOrders outlook(int repeats, double age, double[] theta, DiscountSchedule horizon) {
        double stay = theta[B] + repeats + first;
        BetaExpectation e = new BetaExpectation(theta[A], stay, theta[R] + repeats, horizon);
        e.integrate(theta[ALPHA] + age);
        double[] gradient = {
            theta[R] * e.byShape(), theta[ALPHA] * e.byTime(), theta[A] * e.byFirst(), theta[B] * e.bySecond()
        };
        for (int i = 0; i < 4; i++) {
            gradient[i] /= e.discounted();
        }
        return new FutureOrders(e.orders(), e.discounted(), gradient);
    }
}
