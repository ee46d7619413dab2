package io.osusume.ltv;

import java.io.Serializable;

/**
 * What stands in where every model lost to going on as before: who came back goes on at the own rate x / T, drawn towards the
 * rate that the NBD tells of customers like them, (r+x) / (α+T); who bought once is expected at a part of theirs.
 *
 * @param drawn how far towards the NBD's rate, 0 to 1
 * @param once part of the NBD's rate for who bought once, above 0
 * @param leastDays who came back the day after the first order will not do so every day: T counts as at least so long
 */
record ShrunkNaive(PurchaseFit nbd, double drawn, double once, double leastDays) implements Serializable {
    private static final double[] PARTS = {1, 0.75, 0.5, 0.25, 0.1};

    /**
     * Chosen by what came: of the steps from 0 to 1 the draw that errs least over who came back; then the largest part of who
     * bought once with which the whole errs no more than going on as before, or the smallest.
     *
     * @param outcomes {x, t_x, T, orders that came, customers}
     */
    static ShrunkNaive of(PurchaseFit nbd, double[][] outcomes, int days) {
        ShrunkNaive best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int quarters = 0; quarters <= 4; quarters++) {
            ShrunkNaive one = new ShrunkNaive(nbd, quarters / 4.0, PARTS[PARTS.length - 1], days);
            double mae =
                    HoldoutError.of(outcomes, days, h -> one.perDay(h) * days).mae();
            if (mae < least) {
                least = mae;
                best = one;
            }
        }
        for (double part : PARTS) {
            ShrunkNaive one = new ShrunkNaive(nbd, best.drawn, part, days);
            if (HoldoutError.of(outcomes, days, h -> one.perDay(h) * days).holds()) {
                return one;
            }
        }
        return best;
    }

    /** r + x: how many orders the rate is known as if from. */
    double shape(int repeats) {
        return nbd.estimate().parameters()[0] + repeats;
    }

    /** Orders a day to expect. */
    double perDay(PurchaseModel.History history) {
        double alike = shape(history.repeats()) / (nbd.estimate().parameters()[1] + history.age());
        return history.repeats() == 0
                ? once * alike
                : drawn * alike + (1 - drawn) * history.repeats() / Math.max(leastDays, history.age());
    }
}
