package io.osusume.ltv;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What stands in where every model lost to going on as before: who came back goes on at the own rate x / T, drawn towards the
 * rate that the NBD tells of customers like them, (r+x) / (α+T); who bought once is expected at a part of theirs.
 *
 * @param drawn how far towards the NBD's rate, 0 to 1
 * @param once part of the NBD's rate for who bought once, above 0
 * @param leastDays who came back the day after the first order will not do so every day: T counts as at least so long
 */
record ShrunkNaive(PurchaseFit nbd, double drawn, double once, double leastDays) implements Serializable {
    private static final double LEAST = 0.1;
    private static final double[] PARTS = {0.75, 0.5, 0.25, LEAST};
    private static final int STEPS = 4;

    /**
     * A window to choose by: the NBD fitted before it, and what came in it.
     *
     * @param outcomes {x, t_x, T, orders that came, customers}
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Window(PurchaseFit nbd, double[][] outcomes, int days) {
        private ShrunkNaive with(double drawn, double once) {
            return new ShrunkNaive(nbd, drawn, once, days);
        }

        private HoldoutError error(double drawn, double once) {
            ShrunkNaive one = with(drawn, once);
            return HoldoutError.of(outcomes, days, h -> one.perDay(h) * days);
        }

        /** What came from who had bought once, of what the NBD told. */
        private double partOnce() {
            double[][] once = Arrays.stream(outcomes).filter(row -> row[0] == 0).toArray(double[][]::new);
            ShrunkNaive all = with(0, 1);
            HoldoutError error = HoldoutError.of(once, days, h -> all.perDay(h) * days);
            return error.forecast() > 0 ? error.actual() / error.forecast() : 1;
        }
    }

    /**
     * Chosen by what came. Drawn by the step from 0 to 1 that errs least over all windows: one window alone moves it by its
     * season. Who bought once: what came of what was told over the last window, or the largest step below with which the whole
     * errs no more than going on as before, or the smallest.
     *
     * @param windows the last one first
     */
    static ShrunkNaive of(List<Window> windows) {
        double drawn = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double one = (double) step / STEPS;
            double error = 0;
            for (Window window : windows) {
                error += window.error(one, LEAST).mae();
            }
            if (error < least) {
                least = error;
                drawn = one;
            }
        }
        Window last = windows.get(0);
        return last.with(drawn, once(last, drawn));
    }

    private static double once(Window last, double drawn) {
        double came = Math.max(LEAST, Math.min(1, last.partOnce()));
        double once = came;
        for (int i = 0; i < PARTS.length && !last.error(drawn, once).holds(); i++) {
            once = Math.min(came, PARTS[i]);
        }
        return once;
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
