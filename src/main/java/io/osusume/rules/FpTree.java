package io.osusume.rules;

import java.util.Arrays;

/**
 * A frequent-pattern tree (Han, Pei & Yin 2000) in flat primitive arrays: baskets that share their most frequent items
 * share a path from the root. Node 0 is the root; items are coded 0, 1, … by descending frequency, so that a child's code
 * is always above its parent's.
 */
final class FpTree {
    private static final int ROOT = 0;
    private static final int FIRST_CAPACITY = 1 << 10;

    private final int[] codes;
    private final int[] heads;
    private final int[] supports;

    private int size = 1;
    private int[] item = new int[FIRST_CAPACITY];
    private int[] parent = new int[FIRST_CAPACITY];
    private int[] count = new int[FIRST_CAPACITY];
    private int[] next = new int[FIRST_CAPACITY];
    /** Open addressing from (parent, item) to node; 0 marks a free place, since the root is nobody's child. */
    private int[] index = new int[2 * FIRST_CAPACITY];

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
        int node = ROOT;
        for (int i = from; i < to; i++) {
            int child = basket[i];
            node = child(node, child);
            count[node] += weight;
            supports[child] += weight;
        }
    }

    /** Forgets how to insert: a built tree is only walked upwards. */
    void seal() {
        index = null;
    }

    /** Adds to {@code counts[j]}, for each item j above {@code treeItem}, in how many of its baskets j stands as well. */
    void countAbove(int treeItem, int[] counts) {
        for (int node = heads[treeItem]; node != ROOT; node = next[node]) {
            int weight = count[node];
            for (int up = parent[node]; up != ROOT; up = parent[up]) {
                counts[item[up]] += weight;
            }
        }
    }

    /** The tree of the baskets that hold {@code treeItem}, reduced to the kept items above it. */
    FpTree conditional(int treeItem, Kept kept) {
        FpTree tree = new FpTree(kept.codes());
        int[] path = new int[kept.size()];
        for (int node = heads[treeItem]; node != ROOT; node = next[node]) {
            int at = path.length;
            for (int up = parent[node]; up != ROOT; up = parent[up]) {
                int local = kept.local(item[up]);
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
        for (int node = heads[treeItem]; node != ROOT; node = next[node]) {
            int end = basket + count[node];
            for (int up = parent[node]; up != ROOT; up = parent[up]) {
                int local = kept.local(item[up]);
                if (local >= 0) {
                    into.set(local, basket, end);
                }
            }
            basket = end;
        }
        return into;
    }

    private int child(int node, int childItem) {
        int mask = index.length - 1;
        int slot = mix(node, childItem) & mask;
        for (int found = index[slot]; found != 0; found = index[slot]) {
            if (parent[found] == node && item[found] == childItem) {
                return found;
            }
            slot = (slot + 1) & mask;
        }
        int created = create(node, childItem);
        index[slot] = created;
        if (2 * size > index.length) {
            rehash();
        }
        return created;
    }

    private int create(int node, int childItem) {
        if (size == item.length) {
            int capacity = Math.addExact(size, Math.max(FIRST_CAPACITY, size >> 1));
            item = Arrays.copyOf(item, capacity);
            parent = Arrays.copyOf(parent, capacity);
            count = Arrays.copyOf(count, capacity);
            next = Arrays.copyOf(next, capacity);
        }
        item[size] = childItem;
        parent[size] = node;
        next[size] = heads[childItem];
        heads[childItem] = size;
        return size++;
    }

    private void rehash() {
        index = new int[2 * index.length];
        int mask = index.length - 1;
        for (int node = 1; node < size; node++) {
            int slot = mix(parent[node], item[node]) & mask;
            while (index[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            index[slot] = node;
        }
    }

    /** Fibonacci hashing of the pair, folded so that the low bits depend on all. */
    private static int mix(int node, int childItem) {
        long h = (((long) node << 32) ^ childItem) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) ^ (int) (h >>> 47);
    }
}
