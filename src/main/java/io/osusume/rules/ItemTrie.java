package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A trie of ascending item codes in flat arrays. Node 0 is the root, the others are numbered as they come. Children are found
 * by open addressing from (parent, item).
 */
final class ItemTrie implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int ROOT = 0;
    private static final int FIRST_CAPACITY = 1 << 10;

    private int size = 1;
    private int[] item = new int[FIRST_CAPACITY];
    private int[] parent = new int[FIRST_CAPACITY];
    /** 0 marks a free place, since the root is nobody's child. */
    private int[] index = new int[2 * FIRST_CAPACITY];

    /** Nodes, the root included. */
    int size() {
        return size;
    }

    /** Places for nodes before its arrays have to grow: what arrays beside it should be able to hold. */
    int capacity() {
        return item.length;
    }

    int item(int node) {
        return item[node];
    }

    int parent(int node) {
        return parent[node];
    }

    /** The child of a node, or 0 when it has none for this item. */
    int find(int node, int childItem) {
        return index[slot(node, childItem)];
    }

    /** The child of a node, created when it is not there yet: then it is {@code size() - 1}. */
    int findOrCreate(int node, int childItem) {
        int slot = slot(node, childItem);
        int found = index[slot];
        if (found != 0) {
            return found;
        }
        if (size == item.length) {
            int capacity = Math.addExact(size, size >> 1);
            item = Arrays.copyOf(item, capacity);
            parent = Arrays.copyOf(parent, capacity);
        }
        item[size] = childItem;
        parent[size] = node;
        index[slot] = size++;
        if (2L * size > index.length) {
            rehash();
        }
        return size - 1;
    }

    /** Forgets how to find children: a built tree is only walked upwards. */
    void seal() {
        index = null;
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
        index = new int[Math.multiplyExact(2, index.length)];
        for (int node = 1; node < size; node++) {
            index[slot(parent[node], item[node])] = node;
        }
    }

    /** Fibonacci hashing of the pair, folded so that the low bits depend on all. */
    private static int mix(int node, int childItem) {
        long h = (((long) node << 32) ^ childItem) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) ^ (int) (h >>> 47);
    }
}
