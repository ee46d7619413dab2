package io.osusume.rules;

import java.util.Arrays;

/**
 * A frequent-pattern tree (Han, Pei & Yin 2000) in flat primitive arrays: baskets that share their most frequent items
 * share a path from the root. Node 0 is the root; items are coded 0, 1, … by descending frequency, so that a child's code
 * is always above its parent's.
 */
final class FpTree {
    private final int[] codes;
    /** Where the nodes of an item begin in {@code nodes}; once sealed. */
    private final int[] starts;

    private final int[] supports;

    private final ItemTrie trie = new ItemTrie();
    private int[] count = new int[trie.capacity()];
    /** All nodes by their items, and in how many baskets each is; once sealed. */
    private int[] nodes = new int[0];

    private int[] weights = new int[0];
    /** Where the items above a node are copied to; longer than any path. */
    private final int[] path;

    /** @param codes what the tree's items 0, 1, … are called outside of it */
    FpTree(int[] codes) {
        this.codes = codes;
        this.starts = new int[codes.length + 1];
        this.supports = new int[codes.length];
        this.path = new int[codes.length];
    }

    int items() {
        return codes.length;
    }

    int code(int treeItem) {
        return codes[treeItem];
    }

    /** In how many of the inserted baskets the item stands. */
    int support(int treeItem) {
        return supports[treeItem];
    }

    /** Adds {@code weight} baskets that all hold exactly {@code basket[from..to)}, ascending and without repetition. */
    void insert(int[] basket, int from, int to, int weight) {
        int node = ItemTrie.ROOT;
        for (int i = from; i < to; i++) {
            node = trie.findOrCreate(node, basket[i]);
            if (node >= count.length) {
                count = Arrays.copyOf(count, trie.capacity());
            }
            count[node] += weight;
            supports[basket[i]] += weight;
        }
    }

    /** Ends inserting: a sealed tree is only walked upwards from the nodes of an item, which then lie side by side. */
    void seal() {
        trie.seal();
        for (int node = 1; node < trie.size(); node++) {
            starts[trie.item(node) + 1]++;
        }
        for (int i = 0; i < codes.length; i++) {
            starts[i + 1] += starts[i];
        }
        nodes = new int[trie.size() - 1];
        weights = new int[trie.size() - 1];
        int[] at = starts.clone();
        for (int node = 1; node < trie.size(); node++) {
            int place = at[trie.item(node)]++;
            nodes[place] = node;
            weights[place] = count[node];
        }
        count = new int[0];
    }

    /** Adds to {@code counts[j]}, for each item j above {@code treeItem}, in how many of its baskets j stands as well. */
    void countAbove(int treeItem, int[] counts) {
        for (int at = starts[treeItem]; at < starts[treeItem + 1]; at++) {
            int weight = weights[at];
            for (int i = trie.itemsAbove(nodes[at], path); i < path.length; i++) {
                counts[path[i]] += weight;
            }
        }
    }

    /** The tree of the baskets that hold {@code treeItem}, reduced to the kept items above it. */
    FpTree conditional(int treeItem, ConditionalItems kept) {
        FpTree tree = new FpTree(kept.codes());
        int[] basket = new int[kept.size()];
        for (int at = starts[treeItem]; at < starts[treeItem + 1]; at++) {
            int n = 0;
            for (int i = trie.itemsAbove(nodes[at], path); i < path.length; i++) {
                int local = kept.local(path[i]);
                if (local >= 0) {
                    basket[n++] = local;
                }
            }
            tree.insert(basket, 0, n, weights[at]);
        }
        tree.seal();
        return tree;
    }

    /** The baskets that hold {@code treeItem}, reduced to the kept items above it: a bit for each item and basket. */
    BitRows rows(int treeItem, ConditionalItems kept, BitRows into) {
        into.reset(kept.codes(), supports[treeItem]);
        int basket = 0;
        for (int at = starts[treeItem]; at < starts[treeItem + 1]; at++) {
            int end = basket + weights[at];
            for (int i = trie.itemsAbove(nodes[at], path); i < path.length; i++) {
                int local = kept.local(path[i]);
                if (local >= 0) {
                    into.set(local, basket, end);
                }
            }
            basket = end;
        }
        return into;
    }
}
