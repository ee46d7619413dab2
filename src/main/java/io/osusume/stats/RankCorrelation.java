package io.osusume.stats;

/** Spearman's correlation: Pearson's of the ranks, ties at the middle of their ranks. One huge value is only the last in line. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * Of two columns of rows, each row seen as often as its weight says.
     *
     * @return in [−1, 1]; 0 where either is the same for all
     */
    public static double of(double[][] rows, int x, int y, int weight) {
        WeightedValues xs = WeightedValues.of(rows, x, weight);
        WeightedValues ys = WeightedValues.of(rows, y, weight);
        double middle = (xs.all() + 1) / 2;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (double[] row : rows) {
            double a = xs.rank(row[x]) - middle;
            double b = ys.rank(row[y]) - middle;
            aa += row[weight] * a * a;
            bb += row[weight] * b * b;
            ab += row[weight] * a * b;
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
