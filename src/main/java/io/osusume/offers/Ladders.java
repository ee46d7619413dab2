package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a target stands on the ladders of families. */
final class Ladders {
    private Ladders() {}

    /** Of each ladder the highest tier that is owned. */
    static List<Holding> tops(Target target, Catalogue catalogue) {
        Map<String, Holding> tops = new TreeMap<>();
        Comparator<Holding> higher = Comparator.comparing(
                        (Holding h) -> catalogue.item(h.productId()).tier())
                .thenComparing(Holding::productId);
        for (Holding held : target.held()) {
            Item item = catalogue.item(held.productId());
            if (held.owned() && item != null && item.family() != null && item.tier() != null) {
                tops.merge(item.family(), held, (a, b) -> higher.compare(a, b) >= 0 ? a : b);
            }
        }
        return List.copyOf(tops.values());
    }
}
