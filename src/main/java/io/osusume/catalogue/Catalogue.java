package io.osusume.catalogue;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** All products by id, in memory, as a broadcast join would hold them: a few hundred bytes each. */
public final class Catalogue implements Serializable {
    private final Map<String, Item> items;

    /** @param items in the order in which they will be gone through */
    Catalogue(Map<String, Item> items) {
        this.items = new LinkedHashMap<>(items);
    }

    /** The product, or null when it is not known. */
    public Item item(String id) {
        return id == null ? null : items.get(id);
    }

    /** A product's name; its id when it has none. */
    public String name(String id) {
        Item item = item(id);
        return item == null || item.name() == null ? id : item.name();
    }

    Iterable<Item> all() {
        return items.values();
    }

    int size() {
        return items.size();
    }
}
