package io.osusume.rules;

import java.util.Iterator;

/**
 * A share of the items with all baskets that hold one of them. It lives within one task and is never sent.
 *
 * @param items the share
 */
record TreeShare(FpTree tree, MinedBlocks.Share items) {
    /** The itemsets of which an item of the share is the rarest. */
    Iterator<int[]> blocks(ItemsetMiner.Bounds bounds) {
        return new MinedBlocks(tree, bounds, items);
    }

    /** How many of them there are, see {@link ItemsetTally#figures}. */
    long[] tally(ItemsetMiner.Bounds bounds, long budget) {
        ItemsetTally tally = new ItemsetTally(bounds.minCount(), budget);
        ItemsetMiner miner = new ItemsetMiner(tree, bounds, tally);
        for (int item = items.from(); item < items.to(); item += items.step()) {
            miner.mine(item);
        }
        return tally.figures();
    }
}
