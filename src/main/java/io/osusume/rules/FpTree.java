package io.osusume.rules;

import java.util.Arrays;

/**
 * A frequent-pattern tree (Han, Pei & Yin 2000) in flat primitive arrays: baskets that share their most frequent items
 * share a path from the root. Node 0 is the root; items are coded 0, 1, … by descending frequency, so that a child's code
 * is always above its parent's.
 */
final class FpTree {
    private final int[] codes;
    private final int[] heads;
    private final int[] supports;

    private final ItemTrie trie = new ItemTrie();
    private int[] count = new int[trie.capacity()];
    private int[] next = new int[trie.capacity()];

    /** @param codes what the tree's items 0, 1, … are called outside of it */
    FpTree(int[] codes) {
        this.codes = codes;
        this.heads = new int[codes.length];
        this.supports = new int[codes.length];
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
            int child = basket[i];
            node = child(node, child);
            count[node] += weight;
            supports[child] += weight;
        }
    }

    /** Forgets how to insert: a built tree is only walked upwards. */
    void seal() {
        trie.seal();
    }

    /** Adds to {@code counts[j]}, for each item j above {@code treeItem}, in how many of its baskets j stands as well. */
    void countAbove(int treeItem, int[] counts) {
        for (int node = heads[treeItem]; node != ItemTrie.ROOT; node = next[node]) {
            int weight = count[node];
            for (int up = trie.parent(node); up != ItemTrie.ROOT; up = trie.parent(up)) {
                counts[trie.item(up)] += weight;
            }
        }
    }

    /** The tree of the baskets that hold {@code treeItem}, reduced to the kept items above it. */
    FpTree conditional(int treeItem, Kept kept) {
        FpTree tree = new FpTree(kept.codes());
        int[] path = new int[kept.size()];
        for (int node = heads[treeItem]; node != ItemTrie.ROOT; node = next[node]) {
            int at = path.length;
            for (int up = trie.parent(node); up != ItemTrie.ROOT; up = trie.parent(up)) {
                int local = kept.local(trie.item(up));
                if (local >= 0) {
                    path[--at] = local;
                }
            }
            tree.insert(path, at, path.length, count[node]);
        }
        tree.seal();
        return tree;
    }

    /** The baskets that hold {@code treeItem}, reduced to the kept items above it: a bit for each item and basket. */
    BitRows rows(int treeItem, Kept kept, BitRows into) {
        into.reset(kept.codes(), supports[treeItem]);
        int basket = 0;
        for (int node = heads[treeItem]; node != ItemTrie.ROOT; node = next[node]) {
            int end = basket + count[node];
            for (int up = trie.parent(node); up != ItemTrie.ROOT; up = trie.parent(up)) {
                int local = kept.local(trie.item(up));
                if (local >= 0) {
                    into.set(local, basket, end);
                }
            }
            basket = end;
        }
        return into;
    }

    private int child(int node, int childItem) {
        int had = trie.size();
        int child = trie.findOrCreate(node, childItem);
        if (child == had) {
            if (child >= count.length) {
                count = Arrays.copyOf(count, trie.capacity());
                next = Arrays.copyOf(next, trie.capacity());
            }
            next[child] = heads[childItem];
            heads[childItem] = child;
        }
        return child;
    }
}
