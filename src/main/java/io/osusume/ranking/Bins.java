package io.osusume.ranking;

import io.osusume.tables.Rounding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples with each feature cut into at most {@link #MOST} bins at its quantiles: bin b holds values above bound b − 1 and at
 * most bound b.
 *
 * @param bounds per feature, ascending; one fewer than its bins
 * @param bin per feature and example
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Bins(double[][] bounds, byte[][] bin) {
    static final int MOST = 64;

    /** Every how many-th example is looked at for quantiles: at most about so many. */
    private static final int SAMPLE = 50_000;

    static Bins of(List<Example> examples, int[] features) {
        double[][] bounds = new double[features.length][];
        byte[][] bin = new byte[features.length][examples.size()];
        IntStream.range(0, features.length).parallel().forEach(f -> {
            bounds[f] = bounds(examples, features[f]);
            for (int i = 0; i < examples.size(); i++) {
                int at = Arrays.binarySearch(bounds[f], examples.get(i).features()[features[f]]);
                bin[f][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        });
        return new Bins(bounds, bin);
    }

    /** Distinct quantiles, the largest value left out, as published with nine digits. */
    private static double[] bounds(List<Example> examples, int feature) {
        int step = 1 + examples.size() / SAMPLE;
        double[] values = IntStream.range(0, (examples.size() + step - 1) / step)
                .mapToDouble(i -> examples.get(i * step).features()[feature])
                .sorted()
                .toArray();
        double largest = values[values.length - 1];
        return IntStream.range(1, MOST)
                .mapToDouble(b -> values[(int) ((long) b * (values.length - 1) / MOST)])
                .filter(v -> v < largest)
                .map(Rounding::significant)
                .distinct()
                .toArray();
    }
}
