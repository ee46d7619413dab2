package io.osusume.rules;

/**
 * What was seen on the way to the frequent itemsets.
 *
 * @param baskets how many baskets there are, empty ones included
 * @param countNeeded in how many baskets an itemset had to be
 * @param frequentItems how many single items are frequent
 * @param highestCount in how many baskets the commonest item is: what to compare with {@code countNeeded} when nothing came out
 * @param basketsCut baskets of more items than {@code rules.max_basket_items}, which were cut down to it
 * @param itemsCut how many items these lost in all, infrequent ones first, then the commonest
 */
public record MiningSummary(
        long baskets, long countNeeded, int frequentItems, long highestCount, long basketsCut, long itemsCut) {

    /** The highest support of any item, in [0, 1]; 0 without baskets. */
    public double highestSupport() {
        return baskets == 0 ? 0 : (double) highestCount / baskets;
    }
}
