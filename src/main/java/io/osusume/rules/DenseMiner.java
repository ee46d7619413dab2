package io.osusume.rules;

import java.util.Arrays;

/**
 * Grows itemsets within a dense projection, by intersecting rows of bits (Eclat, Zaki 2000). Deeper projections keep only
 * the words in which their prefix occurs at all, so that they shrink with the support.
 */
final class DenseMiner {
    private final int minCount;
    private final int maxLength;
    private final ItemsetSink found;
    private BitRows[] levels = new BitRows[0];
    private int[][] codes = new int[0][];
    private int[][] counts = new int[0][];
    private int[][] places = new int[0][];
    private int[] occupied = new int[0];

    DenseMiner(int minCount, int maxLength, ItemsetSink found) {
        this.minCount = minCount;
        this.maxLength = maxLength;
        this.found = found;
    }

    /** Emits all frequent itemsets made of the suffix and two or more items of the rows. */
    void mine(BitRows rows, int[] suffix, int length) {
        if (occupied.length < rows.words()) {
            occupied = new int[rows.words()];
        }
        for (int row = 1; row < rows.size(); row++) {
            grow(rows, row, suffix, length);
        }
    }

    private void grow(BitRows rows, int row, int[] suffix, int depth) {
        reserve(depth, rows.size());
        suffix[depth] = rows.code(row);
        int length = depth + 1;
        int words = rows.occupied(row, occupied);
        int n = frequent(rows, row, words, depth);
        found.add(suffix, length, codes[depth], counts[depth], n);
        if (n < 2 || length + 2 > maxLength) {
            return;
        }
        BitRows next = levels[depth];
        next.begin(n, words);
        for (int i = 0; i < n; i++) {
            next.append(rows, row, places[depth][i], occupied);
        }
        for (int i = 1; i < n; i++) {
            grow(next, i, suffix, length);
        }
    }

    /** Finds the rows above {@code row} that are frequent beside it; returns how many they are. */
    private int frequent(BitRows rows, int row, int words, int depth) {
        boolean sparse = 2 * words < rows.words();
        int least = Math.max(minCount, found.least());
        int n = 0;
        for (int other = 0; other < row; other++) {
            int count = sparse ? rows.common(row, other, occupied, words) : rows.common(row, other);
            if (count >= least) {
                codes[depth][n] = rows.code(other);
                counts[depth][n] = count;
                places[depth][n] = other;
                n++;
            }
        }
        return n;
    }

    private void reserve(int depth, int items) {
        if (levels.length <= depth) {
            int depths = Math.max(depth + 1, 2 * levels.length);
            int had = levels.length;
            levels = Arrays.copyOf(levels, depths);
            codes = Arrays.copyOf(codes, depths);
            counts = Arrays.copyOf(counts, depths);
            places = Arrays.copyOf(places, depths);
            for (int i = had; i < depths; i++) {
                levels[i] = new BitRows();
                codes[i] = new int[0];
                counts[i] = new int[0];
                places[i] = new int[0];
            }
        }
        if (codes[depth].length < items) {
            codes[depth] = new int[items];
            counts[depth] = new int[items];
            places[depth] = new int[items];
        }
    }
}
