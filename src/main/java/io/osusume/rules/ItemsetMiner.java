package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;

/**
 * FP-Growth (Han, Pei & Yin 2000) in memory: every itemset up to a length that stands in at least so many baskets, with its
 * exact count. Grows from one item at a time over its conditional projection, which is a smaller tree, or rows of bits where
 * it is dense.
 */
final class ItemsetMiner {
    /** Bound of one projection as bits, in words: 128 MiB. */
    private static final long MOST_WORDS = 1L << 24;

    /**
     * What is to be found.
     *
     * @param minCount baskets that an itemset needs, at least 1
     * @param maxLength longest itemset, at least 1
     * @param wordsPerEntry a projection is dense while (items² · words of a row) is at most this × its entries
     */
    record Bounds(int minCount, int maxLength, long wordsPerEntry) implements Serializable {
        /**
         * One word costs about half a nanosecond to compare, one entry some tens to insert into a tree and to walk there.
         * Measured on Online Retail.
         */
        private static final long MEASURED = 64;

        Bounds(int minCount, int maxLength) {
            this(minCount, maxLength, MEASURED);
        }
    }

    private final FpTree tree;
    private final Bounds bounds;
    private final ItemsetSink found;
    private final int[] suffix;
    private final Scratch scratch;
    private final BitRows rows = new BitRows();
    private final DenseMiner dense;

    /**
     * @param tree all baskets that hold the items to be mined
     * @param found where itemsets go
     */
    ItemsetMiner(FpTree tree, Bounds bounds, ItemsetSink found) {
        this.tree = tree;
        this.bounds = bounds;
        this.found = found;
        this.suffix = new int[Math.min(bounds.maxLength, tree.items())];
        this.scratch = new Scratch(tree.items());
        this.dense = new DenseMiner(bounds.minCount, bounds.maxLength, found);
    }

    /** Emits the item itself if it is frequent, and all frequent itemsets in which it is the rarest. */
    void mine(int item) {
        if (tree.support(item) < minCount()) {
            return;
        }
        found.add(suffix, 0, new int[] {tree.code(item)}, new int[] {tree.support(item)}, 1);
        if (bounds.maxLength > 1) {
            grow(tree, item, 0, scratch);
        }
    }

    private void grow(FpTree within, int item, int depth, Scratch own) {
        suffix[depth] = within.code(item);
        int length = depth + 1;
        ConditionalItems kept = own.kept;
        Arrays.fill(own.counts, 0, item, 0);
        within.countAbove(item, own.counts);
        kept.select(within, own.counts, item, minCount());
        kept.emit(found, suffix, length);
        if (kept.size() < 2 || length + 2 > bounds.maxLength) {
            return;
        }
        if (isDense(kept, within.support(item))) {
            dense.mine(within.rows(item, kept, rows), suffix, length);
            return;
        }
        FpTree conditional = within.conditional(item, kept);
        Scratch inner = new Scratch(conditional.items());
        for (int i = 1; i < conditional.items(); i++) {
            grow(conditional, i, length, inner);
        }
    }

    private int minCount() {
        return Math.max(bounds.minCount, found.least());
    }

    private boolean isDense(ConditionalItems kept, int baskets) {
        long words = BitRows.footprint(kept.size(), baskets);
        return words <= MOST_WORDS && words * kept.size() <= bounds.wordsPerEntry * kept.occurrences();
    }

    /** What one level of growth needs beside its tree; the items of a level are done one after the other. */
    private static final class Scratch {
        private final int[] counts;
        private final ConditionalItems kept;

        private Scratch(int items) {
            counts = new int[items];
            kept = new ConditionalItems(items);
        }
    }
}
