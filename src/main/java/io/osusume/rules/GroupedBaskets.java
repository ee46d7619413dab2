package io.osusume.rules;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Codes baskets and hands them on by item group, in blocks. */
final class GroupedBaskets extends Lookahead<Tuple2<Integer, CodedBaskets>> {
    /** Entries of a block: 256 KiB. */
    private static final int BLOCK = 1 << 16;

    private final Iterator<Row> rows;
    private final Map<String, Integer> index;
    private final ItemGroups groups;
    private final BasketCoder coder;
    private final CodedBaskets[] open;
    private final Deque<Tuple2<Integer, CodedBaskets>> full = new ArrayDeque<>();
    private int[] basket = new int[1 << 8];
    private int closed;

    GroupedBaskets(Iterator<Row> rows, ItemCodes codes, ItemGroups groups, BasketCoder coder) {
        this.rows = rows;
        this.index = codes.index();
        this.groups = groups;
        this.coder = coder;
        this.open = new CodedBaskets[groups.size()];
        Arrays.setAll(open, i -> new CodedBaskets());
    }

    @Override
    Tuple2<Integer, CodedBaskets> advance() {
        while (full.isEmpty() && rows.hasNext()) {
            add(rows.next().getList(0));
        }
        while (full.isEmpty() && closed < open.length) {
            flush(closed++);
        }
        return full.poll();
    }

    private void add(List<String> items) {
        if (basket.length < items.size()) {
            basket = new int[2 * items.size()];
        }
        int n = 0;
        for (String item : items) {
            Integer code = index.get(item);
            if (code != null) {
                basket[n++] = code;
            }
        }
        int frequent = BasketCoder.sortDistinct(basket, n);
        int from = coder.keptFrom(frequent, coder.distinct(items));
        for (int to = frequent; to > from; ) {
            int group = groups.groupOf(basket[to - 1]);
            open[group].add(basket, from, to);
            if (open[group].size() > BLOCK) {
                flush(group);
            }
            while (to > from && groups.groupOf(basket[to - 1]) == group) {
                to--;
            }
        }
    }

    private void flush(int group) {
        if (open[group].size() > 0) {
            full.add(new Tuple2<>(group, open[group].trimmed()));
            open[group].clear();
        }
    }
}
