package io.osusume.ranking;

/** Makes the columns of a tall matrix orthonormal, in place: Gram–Schmidt, twice, since once loses digits. */
final class Orthonormal {
    private static final double NOTHING = 1e-12;

    private Orthonormal() {}

    static void columns(double[][] q) {
        int width = q.length == 0 ? 0 : q[0].length;
        for (int j = 0; j < width; j++) {
            double before = Math.sqrt(products(q, j)[j]);
            removeEarlier(q, j);
            removeEarlier(q, j);
            double length = Math.sqrt(products(q, j)[j]);
            // A column that the earlier ones hold already is no direction of its own.
            double scale = length > NOTHING * Math.max(before, 1) ? 1 / length : 0;
            for (double[] row : q) {
                row[j] *= scale;
            }
        }
    }

    /** Products of column j with the columns 0 to j, in one pass over the rows. */
    private static double[] products(double[][] q, int j) {
        double[] sums = new double[j + 1];
        for (double[] row : q) {
            for (int i = 0; i <= j; i++) {
                sums[i] += row[i] * row[j];
            }
        }
        return sums;
    }

    private static void removeEarlier(double[][] q, int j) {
        double[] sums = products(q, j);
        for (double[] row : q) {
            for (int i = 0; i < j; i++) {
                row[j] -= sums[i] * row[i];
            }
        }
    }
}
