package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
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
     * What is kept of the products that are found with a product.
     *
     * @param most of the strongest neighbours so many at most; of equals the smaller code
     */
    record Kept(Measure measure, int most) {}

    /** The strongest neighbours of each product. */
    public static Neighbours of(PurchaseSets baskets, Measure measure, int most) {
        return of(baskets, List.of(new Kept(measure, most))).get(0);
    }

    /**
     * The same by several measures: what is found together is counted once. Work: Σ over baskets of the square of their size.
     */
    static List<Neighbours> of(PurchaseSets baskets, List<Kept> wanted) {
        int size = baskets.catalogueSize();
        List<Neighbours> found = wanted.stream()
                .map(w -> new Neighbours(new int[size][], new float[size][]))
                .toList();
        ThreadLocal<int[]> counters = ThreadLocal.withInitial(() -> new int[size]);
        IntStream.range(0, size).parallel().forEach(p -> {
            int[] both = counters.get();
            int[] others = count(baskets, p, both);
            for (int w = 0; w < wanted.size(); w++) {
                keep(baskets, p, new Counts(others, both), wanted.get(w), found.get(w));
            }
            for (int q : others) {
                both[q] = 0;
            }
        });
        return found;
    }

    /** Who was found with a product, ascending, and by code in how many baskets. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Counts(int[] others, int[] both) {}

    private static void keep(PurchaseSets baskets, int p, Counts counts, Kept wanted, Neighbours into) {
        int[] others = counts.others();
        float[] weights = new float[others.length];
        for (int i = 0; i < others.length; i++) {
            int both = counts.both()[others[i]];
            weights[i] = (float) wanted.measure().of(both, baskets.count(p), baskets.count(others[i]));
        }
        int[] kept = strongest(weights, wanted.most());
        into.code[p] = Arrays.stream(kept).map(i -> others[i]).toArray();
        into.weight[p] = chosen(weights, kept);
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
        return ascending(found, n, both);
    }

    /** Where most products were counted they are told in order by looking through all; else they are sorted. */
    private static int[] ascending(int[] found, int n, int[] both) {
        int[] ascending = Arrays.copyOf(found, n);
        if ((long) n * (Integer.SIZE - Integer.numberOfLeadingZeros(n)) < both.length) {
            Arrays.sort(ascending);
            return ascending;
        }
        int at = 0;
        for (int q = 0; at < n; q++) {
            if (both[q] > 0) {
                ascending[at++] = q;
            }
        }
        return ascending;
    }

    /** Places of the strongest weights above 0, by code; of equals at the border the first ones. */
    private static int[] strongest(float[] weights, int most) {
        float border = 0;
        int atBorder = 0;
        if (weights.length > most) {
            border = Selection.nthLargest(weights.clone(), most);
            atBorder = most;
            for (float weight : weights) {
                atBorder -= weight > border ? 1 : 0;
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
