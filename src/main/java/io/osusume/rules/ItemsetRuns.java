package io.osusume.rules;

import java.util.Arrays;

/**
 * Itemsets with their counts in one flat array of ints. Itemsets that differ in one item only lie together as a run:
 * {@code length, suffix items…, n, then n times (item, count)}, so that an itemset costs two ints however long it is.
 */
final class ItemsetRuns implements ItemsetSink {
    private int[] data = new int[1 << 12];
    private int size;

    @Override
    public void add(int[] suffix, int length, int[] extensions, int[] counts, int n) {
        if (n == 0) {
            return;
        }
        int needed = Math.addExact(size, Math.addExact(length + 2, Math.multiplyExact(2, n)));
        if (needed > data.length) {
            data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(needed, data.length * 2L)));
        }
        data[size++] = length;
        System.arraycopy(suffix, 0, data, size, length);
        size += length;
        data[size++] = n;
        for (int i = 0; i < n; i++) {
            data[size++] = extensions[i];
            data[size++] = counts[i];
        }
    }

    /** Whatever was mined is kept. */
    @Override
    public int least() {
        return 0;
    }

    /** Ints in use. */
    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** The flat array, exactly as long as its content. */
    int[] toArray() {
        return Arrays.copyOf(data, size);
    }

    /** How many itemsets of each length a flat array holds: {@code [length]}. */
    static long[] lengths(int[] data) {
        long[] lengths = new long[2];
        for (int at = 0; at < data.length; at = next(data, at)) {
            int length = data[at] + 1;
            if (length >= lengths.length) {
                lengths = Arrays.copyOf(lengths, length + 1);
            }
            lengths[length] += data[at + length];
        }
        return lengths;
    }

    /** Of a flat array only the itemsets of fewer items. */
    static int[] shorterThan(int items, int[] data) {
        int[] kept = new int[data.length];
        int size = 0;
        for (int at = 0; at < data.length; at = next(data, at)) {
            if (data[at] + 1 < items) {
                int length = next(data, at) - at;
                System.arraycopy(data, at, kept, size, length);
                size += length;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Where the run after the one at {@code at} begins. */
    private static int next(int[] data, int at) {
        int sizeAt = at + 1 + data[at];
        return sizeAt + 1 + 2 * data[sizeAt];
    }

    /** Reads the itemsets of a flat array one by one. */
    static final class Cursor {
        private final int[] data;
        private int at;
        private int left;
        private int suffixAt;
        private int suffixLength;

        Cursor(int[] data) {
            this.data = data;
        }

        /** Moves to the next itemset; false when there is none. */
        boolean next() {
            if (left > 0) {
                left--;
                at += 2;
                return true;
            }
            int run = suffixLength == 0 && at == 0 ? 0 : at + 2;
            if (run >= data.length) {
                return false;
            }
            suffixLength = data[run];
            suffixAt = run + 1;
            left = data[suffixAt + suffixLength] - 1;
            at = suffixAt + suffixLength + 1;
            return true;
        }

        int length() {
            return suffixLength + 1;
        }

        /** Item {@code i} of the itemset, in no particular order. */
        int item(int i) {
            return i < suffixLength ? data[suffixAt + i] : data[at];
        }

        int count() {
            return data[at + 1];
        }

        /** Its items by ascending code, in {@code into} if they fit, else in a new array. */
        int[] ascending(int[] into) {
            int[] items = into.length < length() ? new int[2 * length()] : into;
            for (int i = 0; i < length(); i++) {
                items[i] = item(i);
            }
            Arrays.sort(items, 0, length());
            return items;
        }
    }
}
