package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Brings a basket into the form that is mined: its frequent items by ascending code. A basket of more distinct items than
 * the cap keeps the most informative ones: an item that stands in a share s of baskets tells −log2 s bits, so infrequent
 * items (of which no rule can come) go first, then the commonest.
 */
record BasketCoder(int cap) implements Serializable {
    /** No cap. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** Sorts {@code codes[0..n)}, moves repetitions out, and returns how many are left. */
    static int sortDistinct(int[] codes, int n) {
        Arrays.sort(codes, 0, n);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (distinct == 0 || codes[distinct - 1] != codes[i]) {
                codes[distinct++] = codes[i];
            }
        }
        return distinct;
    }

    /**
     * From where on ascending codes are kept.
     *
     * @param frequent how many codes there are
     * @param distinct how many distinct items the basket has, infrequent ones included
     */
    int keptFrom(int frequent, int distinct) {
        return distinct > cap ? Math.max(0, frequent - cap) : 0;
    }

    /** How many distinct items a basket has, or any number within the cap if it is surely within. */
    int distinct(List<String> basket) {
        return basket.size() <= cap ? basket.size() : new HashSet<>(basket).size();
    }

    /** How many items a basket of so many distinct items loses. */
    int excess(int distinct) {
        return Math.max(0, distinct - cap);
    }
}
