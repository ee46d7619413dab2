package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A trie of ascending item codes in flat arrays. Node 0 is the root, the others are numbered as they come, so that a new path
 * lies in one piece: the first child of a node is mostly the node after it. Other children are found by open addressing from
 * (parent, item).
 */
final class ItemTrie implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int ROOT = 0;
    private static final int FIRST_CAPACITY = 1 << 10;

    private int size = 1;
    private int[] item = new int[FIRST_CAPACITY];
    private int[] parent = new int[FIRST_CAPACITY];
    /** 0 marks a free place, since the root is nobody's child. */
    private int[] index = new int[FIRST_CAPACITY];

    private int indexed;
    /** For each node where its piece begins: from there on to it, each is the child of the one before. Once sealed. */
    private int[] start = new int[0];

    /** Nodes, the root included. */
    int size() {
        return size;
    }

    /** Places for nodes before its arrays have to grow: what arrays beside it should be able to hold. */
    int capacity() {
        return item.length;
    }

    /** The child of a node, or 0 when it has none for this item. */
    int find(int node, int childItem) {
        return isChild(node + 1, node, childItem) ? node + 1 : index[slot(node, childItem)];
    }

    /** The child of a node, created when it is not there yet: then it is {@code size() - 1}. */
    int findOrCreate(int node, int childItem) {
        if (node + 1 == size) {
            return create(node, childItem);
        }
        if (isChild(node + 1, node, childItem)) {
            return node + 1;
        }
        int slot = slot(node, childItem);
        int found = index[slot];
        if (found != 0) {
            return found;
        }
        index[slot] = size;
        if (2L * ++indexed > index.length) {
            int created = create(node, childItem);
            rehash();
            return created;
        }
        return create(node, childItem);
    }

    /** Forgets how to find children: a sealed trie is only walked upwards. */
    void seal() {
        index = null;
        start = new int[size];
        for (int node = 1; node < size; node++) {
            start[node] = parent[node] == node - 1 && node > 1 ? start[node - 1] : node;
        }
    }

    /** Copies the items on the way from the root to above a node to the end of {@code into}; returns where they begin. */
    int itemsAbove(int node, int[] into) {
        int at = into.length;
        int end = node;
        while (end != ROOT) {
            int from = start[end];
            if (from < end) {
                at -= end - from;
                System.arraycopy(item, from, into, at, end - from);
            }
            end = parent[from];
            if (end != ROOT) {
                into[--at] = item[end];
            }
        }
        return at;
    }

    int item(int node) {
        return item[node];
    }

    private int create(int node, int childItem) {
        if (size == item.length) {
            int capacity = Math.addExact(size, size >> 1);
            item = Arrays.copyOf(item, capacity);
            parent = Arrays.copyOf(parent, capacity);
        }
        item[size] = childItem;
        parent[size] = node;
        return size++;
    }

    private boolean isChild(int child, int node, int childItem) {
        return child < size && parent[child] == node && item[child] == childItem;
    }

    /** Where the child is, or the free place where it belongs. */
    private int slot(int node, int childItem) {
        int mask = index.length - 1;
        int slot = mix(node, childItem) & mask;
        for (int found = index[slot]; found != 0; found = index[slot]) {
            if (parent[found] == node && item[found] == childItem) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        int[] old = index;
        index = new int[Math.multiplyExact(2, old.length)];
        for (int node : old) {
            if (node != 0) {
                index[slot(parent[node], item[node])] = node;
            }
        }
    }

    /** Fibonacci hashing of the pair, folded so that the low bits depend on all. */
    private static int mix(int node, int childItem) {
        long h = (((long) node << 32) ^ childItem) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) ^ (int) (h >>> 47);
    }
}
