package io.osusume.stats;

import java.util.Arrays;

/** Spearman's correlation: Pearson's of the ranks, ties at the middle of their ranks. One huge value is only the last in line. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * Of x and y, each pair seen {@code weight} times.
     *
     * @return in [−1, 1]; 0 where either is the same for all
     */
    public static double of(double[] x, double[] y, double[] weight) {
        double[] a = ranks(x, weight);
        double[] b = ranks(y, weight);
        double n = 0;
        for (double w : weight) {
            n += w;
        }
        double middle = (n + 1) / 2;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < x.length; i++) {
            aa += weight[i] * (a[i] - middle) * (a[i] - middle);
            bb += weight[i] * (b[i] - middle) * (b[i] - middle);
            ab += weight[i] * (a[i] - middle) * (b[i] - middle);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    private static double[] ranks(double[] values, double[] weight) {
        double[][] places = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            places[i] = new double[] {values[i], i};
        }
        int[] order = Arrays.stream(Lexicographic.sorted(places))
                .mapToInt(place -> (int) place[1])
                .toArray();
        double[] ranks = new double[values.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double tied = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                tied += weight[order[to++]];
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + (tied + 1) / 2;
            }
            before += tied;
            from = to;
        }
        return ranks;
    }
}
