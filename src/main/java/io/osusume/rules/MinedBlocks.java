package io.osusume.rules;

/** Mines a range of items of a tree one by one, and hands on blocks of itemset runs as they fill. */
final class MinedBlocks extends Lookahead<int[]> {
    /** Ints after which a block is handed on: 1 MiB. One item's itemsets are never divided. */
    private static final int BLOCK = 1 << 18;

    private final ItemsetMiner miner;
    private final ItemsetRuns runs;
    private final Share share;
    private int next;

    /**
     * Items {@code from}, {@code from + step}, … below {@code to}.
     */
    record Share(int from, int to, int step) {}

    /** @param tree all baskets that hold an item of the share */
    MinedBlocks(FpTree tree, ItemsetMiner.Bounds bounds, Share share) {
        this.runs = new ItemsetRuns();
        this.miner = new ItemsetMiner(tree, bounds, runs);
        this.share = share;
        this.next = share.from;
    }

    @Override
    int[] advance() {
        runs.clear();
        while (next < share.to && runs.size() < BLOCK) {
            miner.mine(next);
            next += share.step;
        }
        return runs.size() > 0 ? runs.toArray() : null;
    }
}
