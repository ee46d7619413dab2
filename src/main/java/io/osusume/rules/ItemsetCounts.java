package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;

/** Counts of itemsets, found by their ascending codes: every prefix of a frequent itemset is one itself, hence a trie. */
final class ItemsetCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ItemTrie trie = new ItemTrie();
    private int[] counts = new int[trie.capacity()];

    /** Adds the itemsets of a flat array of {@link ItemsetRuns}. */
    void add(int[] runs) {
        ItemsetRuns.Cursor cursor = new ItemsetRuns.Cursor(runs);
        int[] items = new int[0];
        while (cursor.next()) {
            items = cursor.ascending(items);
            int node = ItemTrie.ROOT;
            for (int i = 0; i < cursor.length(); i++) {
                node = trie.findOrCreate(node, items[i]);
            }
            if (trie.capacity() > counts.length) {
                counts = Arrays.copyOf(counts, trie.capacity());
            }
            counts[node] = cursor.count();
        }
    }

    /**
     * The count of those of the ascending codes whose bit is set in {@code chosen}; 0 when they are not frequent together.
     */
    int of(int[] items, long chosen) {
        int node = ItemTrie.ROOT;
        for (long left = chosen; left != 0; left &= left - 1) {
            node = trie.find(node, items[Long.numberOfTrailingZeros(left)]);
            if (node == ItemTrie.ROOT) {
                return 0;
            }
        }
        return counts[node];
    }
}
