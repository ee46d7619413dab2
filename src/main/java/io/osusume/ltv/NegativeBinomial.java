package io.osusume.ltv;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;

import java.util.List;

/**
 * NBD (Ehrenberg 1959): a customer buys at rate λ ~ Gamma(r, α) for ever. L(x, T) = Γ(r+x) α^r / Γ(r) · (α+T)^−(r+x), and
 * E[Y(t)] = (r+x) / (α+T) · t. What the models with leaving come to where nobody leaves, as a model of its own: it supposes
 * P(alive) = 1, and does not claim to have found it.
 */
final class NegativeBinomial implements PurchaseModel {
    static final NegativeBinomial INSTANCE = new NegativeBinomial();

    private static final int R = 0;
    private static final int ALPHA = 1;

    private NegativeBinomial() {}

    @Override
    public String name() {
        return "nbd";
    }

    @Override
    public boolean tellsLeaving() {
        return false;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("r", "alpha");
    }

    @Override
    public List<double[]> starts(double repeatRate) {
        double rate = Math.max(repeatRate, 1e-9);
        return List.of(
                new double[] {Math.log(0.3), Math.log(0.3 / rate)}, new double[] {Math.log(2), Math.log(2 / rate)});
    }

    @Override
    public double[] usualLeaving(double repeatRate) {
        return new double[0];
    }

    @Override
    public LogLikelihood likelihood(PurchaseHistories rows) {
        double[] reaches = {LogLikelihood.SHAPE, LogLikelihood.SCALE};
        return new SummedLikelihood(rows.customers(), reaches, theta -> {
            double[] sums = ChunkedSums.sum(rows.size(), 3, (from, to, s) -> addTimes(rows, from, to, theta, s));
            addRepeats(rows, theta, sums);
            return sums;
        });
    }

    /** −(r+x) ln(α+T). Plain gradient first, value last. */
    private static void addTimes(PurchaseHistories rows, int from, int to, double[] theta, double[] sums) {
        for (int i = from; i < to; i++) {
            double w = rows.weight(i);
            double c = theta[R] + rows.repeats(i);
            double end = theta[ALPHA] + rows.age(i);
            double log = Math.log(end);
            sums[R] -= w * log;
            sums[ALPHA] -= w * c / end;
            sums[2] -= w * c * log;
        }
    }

    /** The terms in x alone: ln Γ(r+x) − ln Γ(r) + r ln α. */
    private static void addRepeats(PurchaseHistories rows, double[] theta, double[] sums) {
        double r = theta[R];
        double logAlpha = Math.log(theta[ALPHA]);
        for (int s = 0; s < rows.slots(); s++) {
            int x = rows.slotRepeats(s);
            double w = rows.slotWeight(s);
            sums[R] += w * (digamma(r + x) - digamma(r) + logAlpha);
            sums[ALPHA] += w * r / theta[ALPHA];
            sums[2] += w * (logGamma(r + x) - logGamma(r) + r * logAlpha);
        }
    }

    @Override
    public double logAlive(History history, double[] theta, double[] gradient) {
        return 0;
    }

    @Override
    public FutureOrders outlook(int repeats, double age, double[] theta, DiscountSchedule horizon) {
        double c = theta[R] + repeats;
        double end = theta[ALPHA] + age;
        double[] gradient = {theta[R] / c, -theta[ALPHA] / end};
        return new FutureOrders(c / end * horizon.days(), c / end * horizon.discountedDays(), gradient);
    }
}
