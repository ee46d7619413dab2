package io.osusume.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many itemsets there are by count and length, of those with the highest counts: as many as a budget allows. As soon as
 * there are more, the least count is raised to the smallest at which they are not, so that mining goes on with fewer; what
 * is left does not depend on the order in which they come.
 */
final class ItemsetTally implements ItemsetSink {
    private final long budget;
    /** Count → itemsets by their number of items. */
    private final TreeMap<Integer, long[]> byCount = new TreeMap<>();

    private int least;
    private long itemsets;

    ItemsetTally(int least, long budget) {
        this.least = least;
        this.budget = budget;
    }

    /** What several tasks tallied, each its share of the items, as {@link #figures}. */
    static ItemsetTally of(List<long[]> parts, int least, long budget) {
        // What a task dropped is dropped for all: by itself it was too much already.
        int highest = parts.stream().mapToInt(p -> (int) p[0]).max().orElse(least);
        ItemsetTally all = new ItemsetTally(Math.max(least, highest), budget);
        for (long[] part : parts) {
            for (int at = 1; at < part.length; at += 3) {
                all.add((int) part[at], (int) part[at + 1], part[at + 2]);
            }
        }
        all.keepBudget();
        return all;
    }

    @Override
    public void add(int[] suffix, int length, int[] extensions, int[] counts, int n) {
        for (int i = 0; i < n; i++) {
            add(counts[i], length + 1, 1);
        }
        keepBudget();
    }

    private void add(int count, int length, long times) {
        if (count < least) {
            return;
        }
        long[] lengths = byCount.computeIfAbsent(count, k -> new long[4]);
        if (length >= lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * length);
            byCount.put(count, lengths);
        }
        lengths[length] += times;
        itemsets += times;
    }

    private void keepBudget() {
        while (itemsets > budget) {
            Map.Entry<Integer, long[]> lowest = byCount.pollFirstEntry();
            itemsets -= Arrays.stream(lowest.getValue()).sum();
            least = lowest.getKey() + 1;
        }
    }

    @Override
    public int least() {
        return least;
    }

    /** How many itemsets of each length there are: {@code [length]}, at least up to 1. */
    long[] lengths() {
        long[] sum = new long[2];
        for (long[] lengths : byCount.values()) {
            for (int length = 1; length < lengths.length; length++) {
                if (lengths[length] > 0) {
                    sum = length < sum.length ? sum : Arrays.copyOf(sum, length + 1);
                    sum[length] += lengths[length];
                }
            }
        }
        return sum;
    }

    /** The least count, then triples of count, length and number. An array: what Spark sends may be no record (Kryo). */
    long[] figures() {
        long[] figures = new long
                [1 + 3 * byCount.values().stream().mapToInt(l -> l.length).sum()];
        figures[0] = least;
        int at = 1;
        for (Map.Entry<Integer, long[]> entry : byCount.entrySet()) {
            for (int length = 1; length < entry.getValue().length; length++) {
                if (entry.getValue()[length] > 0) {
                    figures[at++] = entry.getKey();
                    figures[at++] = length;
                    figures[at++] = entry.getValue()[length];
                }
            }
        }
        return Arrays.copyOf(figures, at);
    }
}
