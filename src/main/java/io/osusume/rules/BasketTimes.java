package io.osusume.rules;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/** The items of one basket that a block of rules speaks of, as ascending codes, and when each was bought. Reused. */
final class BasketTimes {
    private int[] codes = new int[1 << 6];
    private int size;
    private long[] times = new long[1 << 6];

    void read(Row basket, RuleBlock rules) {
        List<String> items = basket.getList(basket.fieldIndex(Baskets.ITEMS));
        int timesAt = Arrays.asList(basket.schema().fieldNames()).indexOf(Baskets.FIRST_BOUGHT);
        List<Long> bought = timesAt < 0 ? null : basket.getList(timesAt);
        codes = codes.length < items.size() ? new int[2 * items.size()] : codes;
        times = times.length < rules.items() ? new long[2 * rules.items()] : times;
        int n = 0;
        for (int i = 0; i < items.size(); i++) {
            int code = rules.code(items.get(i));
            if (code >= 0) {
                codes[n++] = code;
                times[code] = bought == null ? 0 : bought.get(i);
            }
        }
        size = BasketCoder.sortDistinct(codes, n);
    }

    int size() {
        return size;
    }

    int code(int i) {
        return codes[i];
    }

    boolean has(int code) {
        return Arrays.binarySearch(codes, 0, size, code) >= 0;
    }

    /** When the item of this code, which is in the basket, was bought. */
    long at(int code) {
        return times[code];
    }
}
