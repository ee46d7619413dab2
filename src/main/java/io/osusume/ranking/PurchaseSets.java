package io.osusume.ranking;

import java.util.List;

/**
 * Sets of products in both directions: the products of each basket, and the baskets of each product.
 *
 * @param products per basket the distinct codes, ascending
 * @param holders per product the numbers of its baskets, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record PurchaseSets(int[][] products, int[][] holders) {

    public static PurchaseSets of(List<int[]> products, int catalogueSize) {
        int[] counts = new int[catalogueSize];
        products.forEach(basket -> {
            for (int p : basket) {
                counts[p]++;
            }
        });
        int[][] holders = new int[catalogueSize][];
        for (int p = 0; p < catalogueSize; p++) {
            holders[p] = new int[counts[p]];
            counts[p] = 0;
        }
        for (int b = 0; b < products.size(); b++) {
            for (int p : products.get(b)) {
                holders[p][counts[p]++] = b;
            }
        }
        return new PurchaseSets(products.toArray(int[][]::new), holders);
    }

    int catalogueSize() {
        return holders.length;
    }

    /** In how many baskets a product is. */
    int count(int product) {
        return holders[product].length;
    }
}
