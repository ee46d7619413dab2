package io.osusume.rules;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Mines a tree item by item, and hands the itemsets on as rows as it goes: only one item's share is ever held. */
final class ItemsetRows implements Iterator<Row> {
    private final ItemCodes codes;
    private final ItemsetMiner miner;
    private final ItemsetRuns runs;
    private final PrimitiveIterator.OfInt items;
    private ItemsetRuns.Cursor cursor;
    private boolean ready;

    /** @param items the items of the tree to be mined */
    ItemsetRows(ItemCodes codes, ItemsetMiner miner, ItemsetRuns runs, PrimitiveIterator.OfInt items) {
        this.codes = codes;
        this.miner = miner;
        this.runs = runs;
        this.items = items;
        this.cursor = runs.cursor();
    }

    @Override
    public boolean hasNext() {
        while (!ready) {
            if (cursor.next()) {
                ready = true;
            } else if (items.hasNext()) {
                runs.clear();
                miner.mine(items.nextInt());
                cursor = runs.cursor();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return RowFactory.create(sortedItems(), (long) cursor.count());
    }

    /** Insertion sort by the items' alphabetical places, ints that is: itemsets are short. */
    private String[] sortedItems() {
        int n = cursor.length();
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            int code = cursor.item(i);
            int at = i;
            while (at > 0 && codes.alphabetical(sorted[at - 1]) > codes.alphabetical(code)) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = code;
        }
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = codes.item(sorted[i]);
        }
        return names;
    }
}
