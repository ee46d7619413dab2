package io.osusume.offers;

import io.osusume.tables.Bundles;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The bundles on offer by item, the best {@value #PER_ITEM} of each item. */
final class BundlesByItem implements Serializable {
    private static final int PER_ITEM = 20;

    private final Map<String, List<Bundle>> byItem;

    private BundlesByItem(Map<String, List<Bundle>> byItem) {
        this.byItem = byItem;
    }

    /**
     * One set at one price.
     *
     * @param lastDay the last day on which it is offered, since 1970-01-01; null: not limited
     */
    record Bundle(
            String id,
            List<String> items,
            BigDecimal sum,
            BigDecimal price,
            double margin,
            double lift,
            Integer lastDay)
            implements Serializable {}

    /** Reads table {@code bundles}, which is bounded by {@code bundles.max_bundles}. */
    static BundlesByItem read(Dataset<Row> bundles) {
        return of(bundles
                .orderBy(Bundles.RANK, Bundles.BUNDLE_ID)
                .select(
                        Bundles.BUNDLE_ID,
                        Bundles.ITEMS,
                        Bundles.SUM_PRICE,
                        Bundles.BUNDLE_PRICE,
                        Bundles.UNIT_MARGIN,
                        Bundles.LIFT,
                        Bundles.VALID_TO)
                .collectAsList()
                .stream()
                .map(r -> new Bundle(
                        r.getString(0),
                        List.copyOf(r.<String>getList(1)),
                        r.getDecimal(2),
                        r.getDecimal(3),
                        r.isNullAt(4) ? 0 : r.getDecimal(4).doubleValue(),
                        r.getDouble(5),
                        r.isNullAt(6) ? null : (int) r.getDate(6).toLocalDate().toEpochDay()))
                .toList());
    }

    /** @param ranked the best first */
    static BundlesByItem of(List<Bundle> ranked) {
        Map<String, List<Bundle>> byItem = new HashMap<>();
        for (Bundle bundle : ranked) {
            for (String item : bundle.items()) {
                List<Bundle> of = byItem.computeIfAbsent(item, i -> new ArrayList<>());
                if (of.size() < PER_ITEM) {
                    of.add(bundle);
                }
            }
        }
        return new BundlesByItem(byItem);
    }

    /** Each set, once for each of its items. */
    Stream<Bundle> all() {
        return byItem.values().stream().flatMap(List::stream);
    }

    List<Bundle> with(String item) {
        return byItem.getOrDefault(item, List.of());
    }
}
