package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * For each product the products that are found with it most, and how strongly.
 *
 * @param code per product the codes of its neighbours
 * @param weight per product how strongly each is bound to it
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record Neighbours(int[][] code, float[][] weight) implements Serializable {

    /** How strongly two products are bound: n of both, n of the one, n of the other (in baskets) → a number above 0. */
    @FunctionalInterface
    interface Measure {
        public double of(int both, int one, int other);
    }

    /** Both ÷ √(one · other). */
    public static final Measure COSINE = (both, one, other) -> both / Math.sqrt((double) one * other);

    /** Of the baskets with the one, the share that has the other too; 0 with fewer than {@code least} of both. */
    static Measure confidence(int least) {
        return (both, one, other) -> both < least ? 0 : (double) both / one;
    }

    /**
     * The strongest neighbours of each product, at most {@code most}; of equals the smaller code. Work: Σ over baskets of the
     * square of their size.
     */
    public static Neighbours of(PurchaseSets baskets, Measure measure, int most) {
        int size = baskets.catalogueSize();
        int[][] code = new int[size][];
        float[][] weight = new float[size][];
        ThreadLocal<int[]> counters = ThreadLocal.withInitial(() -> new int[size]);
        IntStream.range(0, size).parallel().forEach(p -> {
            int[] both = counters.get();
            int[] found = count(baskets, p, both);
            float[] weights = new float[found.length];
            for (int i = 0; i < found.length; i++) {
                weights[i] = (float) measure.of(both[found[i]], baskets.count(p), baskets.count(found[i]));
                both[found[i]] = 0;
            }
            int[] kept = strongest(weights, most);
            code[p] = Arrays.stream(kept).map(i -> found[i]).toArray();
            weight[p] = chosen(weights, kept);
        });
        return new Neighbours(code, weight);
    }

    private static float[] chosen(float[] values, int[] places) {
        float[] chosen = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            chosen[i] = values[places[i]];
        }
        return chosen;
    }

    /** Counts into {@code both}, and tells which products were counted, ascending. */
    private static int[] count(PurchaseSets baskets, int p, int[] both) {
        int[] found = new int[16];
        int n = 0;
        for (int b : baskets.holders()[p]) {
            for (int q : baskets.products()[b]) {
                if (q != p && both[q]++ == 0) {
                    if (n == found.length) {
                        found = Arrays.copyOf(found, 2 * n);
                    }
                    found[n++] = q;
                }
            }
        }
        int[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Places of the strongest weights above 0, by code; of equals at the border the first ones. */
    private static int[] strongest(float[] weights, int most) {
        float border = 0;
        int atBorder = 0;
        if (weights.length > most) {
            float[] sorted = weights.clone();
            Arrays.sort(sorted);
            border = sorted[sorted.length - most];
            for (int i = sorted.length - most; i < sorted.length && sorted[i] == border; i++) {
                atBorder++;
            }
        }
        int[] kept = new int[Math.min(most, weights.length)];
        int n = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > border || (weights[i] > 0 && weights[i] == border && atBorder-- > 0)) {
                kept[n++] = i;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /**
     * The same ties seen from the other side: who has this product among its neighbours, of those that are wanted, the
     * strongest {@code most} of them; of equals the smaller code.
     */
    Neighbours turned(boolean[] wanted, int most) {
        int size = code.length;
        int[] counts = new int[size];
        for (int p = 0; p < size; p++) {
            for (int i = 0; wanted[p] && i < code[p].length; i++) {
                counts[code[p][i]]++;
            }
        }
        int[][] turned = new int[size][];
        float[][] weights = new float[size][];
        for (int q = 0; q < size; q++) {
            turned[q] = new int[counts[q]];
            weights[q] = new float[counts[q]];
            counts[q] = 0;
        }
        for (int p = 0; p < size; p++) {
            for (int i = 0; wanted[p] && i < code[p].length; i++) {
                int q = code[p][i];
                turned[q][counts[q]] = p;
                weights[q][counts[q]++] = weight[p][i];
            }
        }
        for (int q = 0; q < size; q++) {
            int[] kept = strongest(weights[q], most);
            int[] codes = turned[q];
            float[] ties = weights[q];
            turned[q] = Arrays.stream(kept).map(i -> codes[i]).toArray();
            weights[q] = chosen(ties, kept);
        }
        return new Neighbours(turned, weights);
    }
}
