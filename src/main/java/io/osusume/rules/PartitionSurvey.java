package io.osusume.rules;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What one partition of baskets holds, in ints: its items in order of first sight, in how many of its baskets each stands,
 * and the baskets themselves as codes, one basket after the other. Duplicates within a basket count once.
 */
final class PartitionSurvey implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] items;
    private final int[] counts;
    private final int[] ends;
    private final int[] codes;

    private PartitionSurvey(String[] items, int[] counts, int[] ends, int[] codes) {
        this.items = items;
        this.counts = counts;
        this.ends = ends;
        this.codes = codes;
    }

    /** Surveys baskets, or gives up (null) as soon as they hold more than {@code most} entries. */
    static PartitionSurvey of(Iterator<Row> baskets, long most) {
        Builder builder = new Builder();
        while (baskets.hasNext()) {
            builder.add(baskets.next().getList(0));
            if (builder.size > most) {
                return null;
            }
        }
        return builder.build();
    }

    /** Adds in how many baskets each item stands. */
    void addCountsTo(Map<String, Long> totals) {
        for (int i = 0; i < items.length; i++) {
            totals.merge(items[i], (long) counts[i], Long::sum);
        }
    }

    /** For each code of this survey the one by the index, or −1. */
    int[] translated(Map<String, Integer> index) {
        return Arrays.stream(items).mapToInt(i -> index.getOrDefault(i, -1)).toArray();
    }

    int baskets() {
        return ends.length;
    }

    int start(int basket) {
        return basket == 0 ? 0 : ends[basket - 1];
    }

    int end(int basket) {
        return ends[basket];
    }

    int code(int at) {
        return codes[at];
    }

    private static final class Builder {
        private final Map<String, Integer> known = new HashMap<>();
        private String[] items = new String[1 << 10];
        private int[] counts = new int[1 << 10];
        /** The last basket in which an item was seen, from 1. */
        private int[] seen = new int[1 << 10];

        private int[] ends = new int[1 << 10];
        private int[] codes = new int[1 << 13];
        private int baskets;
        private int size;

        private void add(Iterable<String> basket) {
            int number = baskets + 1;
            for (String item : basket) {
                int code = code(item);
                if (seen[code] != number) {
                    seen[code] = number;
                    counts[code]++;
                    if (size == codes.length) {
                        codes = Arrays.copyOf(codes, 2 * size);
                    }
                    codes[size++] = code;
                }
            }
            if (baskets == ends.length) {
                ends = Arrays.copyOf(ends, 2 * baskets);
            }
            ends[baskets++] = size;
        }

        private int code(String item) {
            Integer code = known.get(item);
            if (code != null) {
                return code;
            }
            int created = known.size();
            known.put(item, created);
            if (created == items.length) {
                items = Arrays.copyOf(items, 2 * created);
                counts = Arrays.copyOf(counts, 2 * created);
                seen = Arrays.copyOf(seen, 2 * created);
            }
            items[created] = item;
            return created;
        }

        private PartitionSurvey build() {
            int n = known.size();
            return new PartitionSurvey(
                    Arrays.copyOf(items, n),
                    Arrays.copyOf(counts, n),
                    Arrays.copyOf(ends, baskets),
                    Arrays.copyOf(codes, size));
        }
    }
}
