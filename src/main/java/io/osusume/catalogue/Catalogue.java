package io.osusume.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All products by id, in memory, as a broadcast join would hold them: a few hundred bytes each. */
public final class Catalogue implements Serializable {
    private static final Comparator<Item> BY_TIER =
            Comparator.comparing(Item::tier).thenComparing(Item::id);

    /** What the company lets nobody be offered is a step only where there is no other. */
    private static final Comparator<Item> WITHHELD =
            Comparator.comparing(i -> !i.terms().sale().offerable());

    private final Map<String, Item> items = new HashMap<>();
    /** Family → its products on sale that are on the ladder, from the lowest tier up. */
    private final Map<String, List<String>> ladders = new HashMap<>();

    private Catalogue() {}

    /**
     * Links each product to the next ones on sale, up and down its family's ladder: the nearest tier that is different and
     * may be offered, where there is one billed as often.
     */
    public static Catalogue of(List<Item> items) {
        Map<String, List<Item>> families = new HashMap<>();
        items.stream()
                .filter(i -> i.family() != null && i.tier() != null && i.terms().onSale())
                .sorted(BY_TIER)
                .forEach(i -> families.computeIfAbsent(i.family(), f -> new ArrayList<>())
                        .add(i));
        Catalogue catalogue = new Catalogue();
        for (Item item : items) {
            List<Item> family = item.tier() == null ? List.of() : families.getOrDefault(item.family(), List.of());
            String higher = family.stream()
                    .filter(o -> o.tier() > item.tier() && !o.inOtherCurrency(item))
                    .min(WITHHELD.thenComparing(Item::tier)
                            .thenComparing(as(item))
                            .thenComparing(Item::id))
                    .map(Item::id)
                    .orElse(null);
            String lower = family.stream()
                    .filter(o -> o.tier() < item.tier() && !o.inOtherCurrency(item))
                    .min(WITHHELD.thenComparing(Item::tier, Comparator.reverseOrder())
                            .thenComparing(as(item))
                            .thenComparing(Item::id))
                    .map(Item::id)
                    .orElse(null);
            catalogue.items.put(item.id(), item.with(new Item.Ladder(item.family(), item.tier(), higher, lower)));
        }
        families.forEach((family, of) ->
                catalogue.ladders.put(family, of.stream().map(Item::id).toList()));
        return catalogue;
    }

    /** What is billed as often as a product comes first. */
    private static Comparator<Item> as(Item item) {
        return Comparator.comparing(o -> o.periodsPerYear() != item.periodsPerYear());
    }

    /** The products on sale of the same ladder and currency, from the lowest tier up; none of a product of no family. */
    public List<Item> ladder(Item item) {
        return ladders.getOrDefault(String.valueOf(item.family()), List.of()).stream()
                .map(items::get)
                .filter(o -> !o.inOtherCurrency(item))
                .toList();
    }

    /** The product, or null when it is not known. */
    public Item item(String id) {
        return id == null ? null : items.get(id);
    }

    /** A product's name; its id when it has none. */
    public String name(String id) {
        Item item = item(id);
        return item == null || item.label().name() == null ? id : item.label().name();
    }
}
