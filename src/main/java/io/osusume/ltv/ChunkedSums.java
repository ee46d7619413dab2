package io.osusume.ltv;

import java.util.stream.IntStream;

/** Sums over rows on all cores: fixed chunks, added up in their order, so that the result has the same bits on any machine. */
final class ChunkedSums {
    private static final int ROWS = 8192;

    private ChunkedSums() {}

    /** Adds the rows [from, to) into sums. */
    interface Part {
        void add(int from, int to, double[] sums);
    }

    static double[] sum(int rows, int width, Part part) {
        int chunks = (rows + ROWS - 1) / ROWS;
        double[][] parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(c -> {
                    double[] sums = new double[width];
                    part.add(c * ROWS, Math.min(rows, (c + 1) * ROWS), sums);
                    return sums;
                })
                .toArray(double[][]::new);
        double[] total = new double[width];
        for (double[] sums : parts) {
            for (int i = 0; i < width; i++) {
                total[i] += sums[i];
            }
        }
        return total;
    }
}
