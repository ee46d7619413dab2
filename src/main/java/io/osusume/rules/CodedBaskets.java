package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;

/** Baskets of frequent items as ascending codes, one after the other in one array. Empty ones are left out. */
final class CodedBaskets implements Serializable {
    private static final long serialVersionUID = 1L;

    private int[] ends = new int[1 << 10];
    private int[] codes = new int[1 << 13];
    private int baskets;
    private int size;

    /** Adds {@code basket[from..to)}, ascending. */
    void add(int[] basket, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return;
        }
        if (size + length > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(Math.addExact(size, length), codes.length + (codes.length >> 1)));
        }
        if (baskets == ends.length) {
            ends = Arrays.copyOf(ends, baskets + (baskets >> 1));
        }
        System.arraycopy(basket, from, codes, size, length);
        size += length;
        ends[baskets++] = size;
    }

    int size() {
        return size;
    }

    void insertInto(FpTree tree) {
        int start = 0;
        for (int b = 0; b < baskets; b++) {
            tree.insert(codes, start, ends[b], 1);
            start = ends[b];
        }
    }

    /** The same in exactly fitting arrays, fit for sending. */
    CodedBaskets trimmed() {
        CodedBaskets trimmed = new CodedBaskets();
        trimmed.ends = Arrays.copyOf(ends, baskets);
        trimmed.codes = Arrays.copyOf(codes, size);
        trimmed.baskets = baskets;
        trimmed.size = size;
        return trimmed;
    }

    void clear() {
        baskets = 0;
        size = 0;
    }
}
