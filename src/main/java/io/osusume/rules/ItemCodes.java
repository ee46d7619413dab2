package io.osusume.rules;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The frequent items and their codes 0, 1, …: by descending count, then by id, so that the same data gives the same codes
 * whatever its partitions.
 */
final class ItemCodes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Map.Entry<String, Long>> ORDER =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final String[] items;
    private final long[] counts;
    private final int[] alphabetical;

    private ItemCodes(String[] items, long[] counts) {
        this.items = items;
        this.counts = counts;
        this.alphabetical = new int[items.length];
        int[] sorted = IntStream.range(0, items.length)
                .boxed()
                .sorted(Comparator.comparing(i -> items[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < sorted.length; rank++) {
            alphabetical[sorted[rank]] = rank;
        }
    }

    /** Codes for those items that reach the count. */
    static ItemCodes of(Map<String, Long> counts, long minCount) {
        List<Map.Entry<String, Long>> frequent = counts.entrySet().stream()
                .filter(e -> e.getValue() >= minCount)
                .sorted(ORDER)
                .toList();
        return new ItemCodes(
                frequent.stream().map(Map.Entry::getKey).toArray(String[]::new),
                frequent.stream().mapToLong(Map.Entry::getValue).toArray());
    }

    int size() {
        return items.length;
    }

    String item(int code) {
        return items[code];
    }

    /** In how many baskets the item stands. */
    long count(int code) {
        return counts[code];
    }

    /** The items of the itemset at the cursor, sorted by id. */
    String[] sorted(ItemsetRuns.Cursor cursor) {
        int[] sorted = new int[cursor.length()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = cursor.item(i);
        }
        return names(sorted);
    }

    /** The items of {@code codes[0..length)} but the one at {@code without}, sorted by id. */
    String[] sortedWithout(int[] codes, int length, int without) {
        int[] sorted = new int[length - 1];
        System.arraycopy(codes, 0, sorted, 0, without);
        System.arraycopy(codes, without + 1, sorted, without, length - 1 - without);
        return names(sorted);
    }

    /** Sorts by insertion, for itemsets are short. */
    private String[] names(int[] codes) {
        String[] names = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            int at = i;
            while (at > 0 && alphabetical[codes[at - 1]] > alphabetical[code]) {
                codes[at] = codes[at - 1];
                at--;
            }
            codes[at] = code;
        }
        for (int i = 0; i < codes.length; i++) {
            names[i] = items[codes[i]];
        }
        return names;
    }

    /** From item to code. */
    Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>(2 * items.length);
        for (int code = 0; code < items.length; code++) {
            index.put(items[code], code);
        }
        return index;
    }
}
