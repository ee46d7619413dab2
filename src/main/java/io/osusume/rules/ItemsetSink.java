package io.osusume.rules;

/** Takes itemsets as they are mined: kept ({@link ItemsetRuns}), or only counted ({@link ItemsetTally}). */
interface ItemsetSink {
    /** Takes the itemsets suffix ∪ {extensions[i]} with counts[i], for i &lt; n. */
    void add(int[] suffix, int length, int[] extensions, int[] counts, int n);

    /** In how many baskets an itemset must be to be still of use here; it only ever rises. */
    int least();
}
