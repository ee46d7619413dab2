package io.osusume.rules;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Frequent itemsets, and what was seen on the way to them.
 *
 * @param itemsets one frequent itemset a row: {@code items} (sorted array of strings), {@code count} (long)
 * @param baskets how many baskets there are, empty ones included
 * @param countNeeded in how many baskets an itemset had to be
 * @param frequentItems how many single items are frequent
 * @param highestCount in how many baskets the commonest item is: what to compare with {@code countNeeded} when nothing came out
 * @param largestBasket the most distinct items in one basket
 * @param basketsCut baskets that held more items than {@code rules.max_basket_items} allows and were cut down to it
 * @param itemsCut how many items these lost in all, infrequent ones first
 */
public record MinedItemsets(
        Dataset<Row> itemsets,
        long baskets,
        long countNeeded,
        int frequentItems,
        long highestCount,
        int largestBasket,
        long basketsCut,
        long itemsCut) {

    /** The highest support of any item, in [0, 1]; 0 without baskets. */
    public double highestSupport() {
        return baskets == 0 ? 0 : (double) highestCount / baskets;
    }
}
