package io.osusume.ltv;

import io.osusume.stats.Lexicographic;
import io.osusume.stats.SystematicSample;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Distinct purchase histories (x, t_x, T) with the number of customers that share each: the sufficient statistics of the
 * purchase models. Rows are sorted, so that sums over them do not depend on where they came from. Times are in one unit
 * (days in the pipeline, weeks in the literature); T is counted from the first order, t_x = 0 for one-time buyers.
 */
final class PurchaseHistories {
    private static final double FAR = 2;
    /** Repeat orders that are never too many. */
    private static final double FEW = 10;

    private final int[] repeats;
    private final double[] last;
    private final double[] age;
    private final double[] weight;
    private final int[] distinctRepeats;
    private final double[] repeatsWeight;
    private final int[] slot;

    private PurchaseHistories(int[] repeats, double[] last, double[] age, double[] weight) {
        this.repeats = repeats;
        this.last = last;
        this.age = age;
        this.weight = weight;
        this.distinctRepeats = Arrays.stream(repeats).distinct().toArray();
        this.repeatsWeight = new double[distinctRepeats.length];
        this.slot = new int[repeats.length];
        int s = 0;
        for (int i = 0; i < repeats.length; i++) {
            if (repeats[i] != distinctRepeats[s]) {
                s++;
            }
            slot[i] = s;
            repeatsWeight[s] += weight[i];
        }
    }

    /** Sorts rows {x, t_x, T, weight}, one array a row, and merges equal ones. */
    static PurchaseHistories of(double[][] rows) {
        double[][] sorted = Lexicographic.sorted(rows);
        int n = 0;
        double[][] merged = new double[sorted.length][];
        for (double[] row : sorted) {
            if (n > 0 && Arrays.equals(merged[n - 1], 0, 3, row, 0, 3)) {
                merged[n - 1][3] += row[3];
            } else {
                merged[n++] = row.clone();
            }
        }
        int[] x = new int[n];
        double[][] columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            x[i] = (int) merged[i][0];
            for (int c = 0; c < 3; c++) {
                columns[c][i] = merged[i][c + 1];
            }
        }
        return new PurchaseHistories(x, columns[0], columns[1], columns[2]);
    }

    /**
     * The same, for a fit that no few move: of who came back, whoever did so more than {@link #FAR} times as often as the
     * customer at the limit that leaves this share beyond it counts as if that often.
     */
    PurchaseHistories withinLimits(double share) {
        double[][] cameBack = IntStream.range(0, size())
                .filter(i -> repeats[i] > 0)
                .mapToObj(i -> new double[] {repeats[i], weight[i]})
                .toArray(double[][]::new);
        double most = Math.max(FEW, FAR * Limits.of(cameBack, 0, 1, share).high());
        return size() == 0 || repeats[size() - 1] <= most
                ? this
                : of(IntStream.range(0, size())
                        .mapToObj(i -> new double[] {Math.min(most, repeats[i]), last[i], age[i], weight[i]})
                        .toArray(double[][]::new));
    }

    int size() {
        return repeats.length;
    }

    int repeats(int i) {
        return repeats[i];
    }

    /** t_x: time from the first to the last order. */
    double last(int i) {
        return last[i];
    }

    /** T: time from the first order to the end of observation. */
    double age(int i) {
        return age[i];
    }

    double weight(int i) {
        return weight[i];
    }

    /** Where row i's number of repeats stands among the distinct ones: terms in x alone are computed once for each. */
    int slot(int i) {
        return slot[i];
    }

    int slots() {
        return distinctRepeats.length;
    }

    int slotRepeats(int s) {
        return distinctRepeats[s];
    }

    double slotWeight(int s) {
        return repeatsWeight[s];
    }

    double customers() {
        return Arrays.stream(weight).sum();
    }

    /** Repeat orders of all customers per unit of time of all customers: where fits start from. */
    double repeatRate() {
        double orders = 0;
        double time = 0;
        for (int i = 0; i < size(); i++) {
            orders += weight[i] * repeats[i];
            time += weight[i] * age[i];
        }
        return time > 0 ? orders / time : 0;
    }

    /** The customers at n equally spaced places of the sorted sequence, each standing for 1/n of all. */
    PurchaseHistories sample(int n) {
        if (size() <= n) {
            return this;
        }
        double step = customers() / n;
        return of(Arrays.stream(SystematicSample.rows(weight, n))
                .mapToObj(row -> new double[] {repeats[row], last[row], age[row], step})
                .toArray(double[][]::new));
    }
}
