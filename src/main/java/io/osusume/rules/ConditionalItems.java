package io.osusume.rules;

import java.util.Arrays;

/**
 * The items of a tree that stay frequent beside one of its items: their places in the conditional projection, their codes
 * outside, and their counts. Reused from item to item.
 */
final class ConditionalItems {
    private final int[] locals;
    private final int[] codes;
    private final int[] counts;
    private int size;
    private long occurrences;

    /** @param items how many items the tree has */
    ConditionalItems(int items) {
        locals = new int[items];
        codes = new int[items];
        counts = new int[items];
    }

    /** Keeps, of the first {@code items} items of the tree, those with a count of at least {@code minCount}. */
    void select(FpTree tree, int[] itemCounts, int items, int minCount) {
        size = 0;
        occurrences = 0;
        for (int i = 0; i < items; i++) {
            if (itemCounts[i] >= minCount) {
                locals[i] = size;
                codes[size] = tree.code(i);
                counts[size] = itemCounts[i];
                occurrences += itemCounts[i];
                size++;
            } else {
                locals[i] = -1;
            }
        }
    }

    int size() {
        return size;
    }

    /** Sum of the counts: how many entries the projection has. */
    long occurrences() {
        return occurrences;
    }

    int local(int treeItem) {
        return locals[treeItem];
    }

    int[] codes() {
        return Arrays.copyOf(codes, size);
    }

    void emit(ItemsetSink found, int[] suffix, int length) {
        found.add(suffix, length, codes, counts, size);
    }
}
