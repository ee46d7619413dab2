package io.osusume.rules;

/**
 * What was seen on the way to the frequent itemsets.
 *
 * @param baskets how many baskets there are, empty ones included
 * @param countAsked in how many baskets an itemset should have to be, by the settings
 * @param countNeeded in how many it had to be: more where the settings gave more itemsets than {@code rules.max_itemsets}
 * @param frequentItems how many single items are frequent
 * @param highestCount in how many baskets the commonest item is: what to compare with {@code countNeeded} when nothing came out
 * @param basketsCut baskets of more items than {@code rules.max_basket_items}, which were cut down to it
 * @param itemsCut how many items these lost in all, infrequent ones first, then the commonest
 */
public record MiningSummary(
        long baskets,
        long countAsked,
        long countNeeded,
        int frequentItems,
        long highestCount,
        long basketsCut,
        long itemsCut) {

    /** The same with what the itemsets' budget made of the count. */
    MiningSummary raised(long count, int items) {
        return new MiningSummary(baskets, countAsked, count, items, highestCount, basketsCut, itemsCut);
    }

    /** So many baskets as a share of all; 0 without baskets. */
    double support(long count) {
        return baskets == 0 ? 0 : (double) count / (double) baskets;
    }

    /** The highest support of any item, in [0, 1]; 0 without baskets. */
    public double highestSupport() {
        return support(highestCount);
    }
}
