package io.osusume.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of item codes that are mined together, of about equal work. An item's work is the entries that its baskets send to
 * its group: n(i) · (1 + the number of commoner items expected beside it).
 */
final class ItemGroups implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Entries of one group: as tree nodes at most 0.5 GiB, usually far less. */
    private static final double MOST_WORK = 1 << 24;
    /** Groups per core at the least, so that one that came out heavy does not hold all up. */
    private static final int PER_CORE = 2;

    private final int[] ends;
    private final int[] groupOf;

    private ItemGroups(int[] ends) {
        this.ends = ends;
        this.groupOf = new int[ends.length == 0 ? 0 : ends[ends.length - 1]];
        for (int group = 0, item = 0; group < ends.length; group++) {
            while (item < ends[group]) {
                groupOf[item++] = group;
            }
        }
    }

    static ItemGroups of(ItemCodes codes, long baskets, int cores) {
        double[] work = new double[codes.size()];
        double commoner = 0;
        double total = 0;
        for (int i = 0; i < work.length; i++) {
            work[i] = codes.count(i) * (1 + commoner / baskets);
            commoner += codes.count(i);
            total += work[i];
        }
        double most = Math.min(MOST_WORK, total / (PER_CORE * cores));
        List<Integer> ends = new ArrayList<>();
        double group = 0;
        for (int i = 0; i < work.length; i++) {
            if (group > 0 && group + work[i] > most) {
                ends.add(i);
                group = 0;
            }
            group += work[i];
        }
        ends.add(work.length);
        return new ItemGroups(ends.stream().mapToInt(Integer::intValue).toArray());
    }

    int size() {
        return ends.length;
    }

    int groupOf(int item) {
        return groupOf[item];
    }

    MinedBlocks.Share share(int group) {
        return new MinedBlocks.Share(group == 0 ? 0 : ends[group - 1], ends[group], 1);
    }
}
