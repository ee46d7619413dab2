package io.osusume.ranking;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes the columns of a tall matrix orthonormal, in place: with QᵀQ = RᵀR (Cholesky), Q R⁻¹; twice, since once loses digits
 * (CholeskyQR2; Yamamoto et al. 2015). Two passes over the rows each, where Gram–Schmidt takes some for every column.
 */
final class Orthonormal {
    private static final double NOTHING = 1e-12;
    /** Rows that are added up together; the sums of the blocks are added in their order, on any number of cores. */
    private static final int BLOCK = 512;

    private Orthonormal() {}

    static void columns(double[][] q) {
        // Rows of zeros change nothing, and where they lie must not change how the others are added up.
        double[][] rows = Arrays.stream(q)
                .filter(row -> Arrays.stream(row).anyMatch(x -> x != 0))
                .toArray(double[][]::new);
        for (int pass = 0; pass < 2 && rows.length > 0; pass++) {
            double[][] r = cholesky(products(rows));
            Arrays.stream(rows).parallel().forEach(row -> solve(row, r));
        }
    }

    /** QᵀQ, its upper half. */
    private static double[][] products(double[][] rows) {
        int width = rows[0].length;
        double[][][] blocks = IntStream.range(0, (rows.length + BLOCK - 1) / BLOCK)
                .parallel()
                .mapToObj(b -> {
                    double[][] sums = new double[width][width];
                    for (int k = b * BLOCK; k < Math.min(rows.length, (b + 1) * BLOCK); k++) {
                        add(sums, rows[k]);
                    }
                    return sums;
                })
                .toArray(double[][][]::new);
        double[][] sum = blocks[0];
        for (int b = 1; b < blocks.length; b++) {
            for (int i = 0; i < width; i++) {
                for (int j = i; j < width; j++) {
                    sum[i][j] += blocks[b][i][j];
                }
            }
        }
        return sum;
    }

    private static void add(double[][] sums, double[] row) {
        for (int i = 0; i < row.length; i++) {
            double x = row[i];
            double[] to = sums[i];
            for (int j = i; j < row.length; j++) {
                to[j] += x * row[j];
            }
        }
    }

    /** The upper triangle R; 0 on the diagonal where a column is none of its own beside the earlier ones. */
    private static double[][] cholesky(double[][] g) {
        int width = g.length;
        double[][] r = new double[width][width];
        for (int i = 0; i < width; i++) {
            double pivot = g[i][i];
            for (int k = 0; k < i; k++) {
                pivot -= r[k][i] * r[k][i];
            }
            if (pivot > NOTHING * g[i][i] && pivot > 0) {
                r[i][i] = Math.sqrt(pivot);
                for (int j = i + 1; j < width; j++) {
                    double sum = g[i][j];
                    for (int k = 0; k < i; k++) {
                        sum -= r[k][i] * r[k][j];
                    }
                    r[i][j] = sum / r[i][i];
                }
            }
        }
        return r;
    }

    /** row R⁻¹; a column without a direction of its own becomes 0. */
    private static void solve(double[] row, double[][] r) {
        for (int j = 0; j < row.length; j++) {
            if (r[j][j] == 0) {
                row[j] = 0;
                continue;
            }
            row[j] /= r[j][j];
            double x = row[j];
            double[] of = r[j];
            for (int i = j + 1; i < row.length; i++) {
                row[i] -= x * of[i];
            }
        }
    }
}
