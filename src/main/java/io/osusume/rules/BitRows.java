package io.osusume.rules;

import java.util.Arrays;

/**
 * A dense projection: for each of k items one row of bits, a bit for each basket, row after row in one array. How many
 * baskets hold two items is then the number of bits common to two rows.
 */
final class BitRows {
    private int[] codes = new int[0];
    private int size;
    private int words;
    private long[] bits = new long[0];

    /** Words that a projection takes, or more than {@code Integer.MAX_VALUE} when it cannot be had. */
    static long footprint(int items, int baskets) {
        return (long) items * ((baskets + 63L) >>> 6);
    }

    /** All bits off, for these items and this many baskets. */
    void reset(int[] newCodes, int baskets) {
        codes = newCodes;
        size = newCodes.length;
        words = (int) ((baskets + 63L) >>> 6);
        reserve(Math.multiplyExact(size, words));
        Arrays.fill(bits, 0, size * words, 0L);
    }

    /** Begins a projection of up to {@code items} rows, to be filled by {@link #append}. */
    void begin(int items, int newWords) {
        if (codes.length < items) {
            codes = new int[items];
        }
        size = 0;
        words = newWords;
        reserve(Math.multiplyExact(items, newWords));
    }

    int size() {
        return size;
    }

    int words() {
        return words;
    }

    int code(int row) {
        return codes[row];
    }

    /** Sets the bits of baskets {@code [from, to)} in a row. */
    void set(int row, int from, int to) {
        int start = row * words;
        if (to - from == 1) {
            bits[start + (from >>> 6)] |= 1L << from;
            return;
        }
        for (int b = from; b < to; b++) {
            bits[start + (b >>> 6)] |= 1L << b;
        }
    }

    /** Where a row has any bit: the indices of those words go to {@code into}; returns how many they are. */
    int occupied(int row, int[] into) {
        int start = row * words;
        int n = 0;
        for (int w = 0; w < words; w++) {
            into[n] = w;
            n += bits[start + w] != 0 ? 1 : 0;
        }
        return n;
    }

    /** How many baskets hold both items. */
    int common(int row, int other) {
        int a = row * words;
        int b = other * words;
        int n = 0;
        for (int w = 0; w < words; w++) {
            n += Long.bitCount(bits[a + w] & bits[b + w]);
        }
        return n;
    }

    /** As {@link #common(int, int)}, looking only at the words where {@code row} has bits. */
    int common(int row, int other, int[] occupied, int n) {
        int a = row * words;
        int b = other * words;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int w = occupied[i];
            sum += Long.bitCount(bits[a + w] & bits[b + w]);
        }
        return sum;
    }

    /** Appends item {@code other} of {@code from}, in the baskets that hold {@code row} as well, in the given words only. */
    void append(BitRows from, int row, int other, int[] occupied) {
        int a = row * from.words;
        int b = other * from.words;
        int at = size * words;
        for (int i = 0; i < words; i++) {
            int w = occupied[i];
            bits[at + i] = from.bits[a + w] & from.bits[b + w];
        }
        codes[size++] = from.codes[other];
    }

    private void reserve(int length) {
        if (bits.length < length) {
            bits = new long[Math.max(length, bits.length + (bits.length >> 1))];
        }
    }
}
