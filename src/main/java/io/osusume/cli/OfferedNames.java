package io.osusume.cli;

import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What products and sets are called, as tonight's offers call them; what has no name there is called by its id. */
final class OfferedNames {
    private final Map<String, Dataset<Row>> tables;

    /** @param tables what the night published, by name */
    OfferedNames(Map<String, Dataset<Row>> tables) {
        this.tables = tables;
    }

    /** Set → its products, by name. */
    Map<String, String> sets(Collection<String> bundles) {
        Dataset<Row> offers = tables.get(Offers.TABLE.name());
        if (offers == null || bundles.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> items = new TreeMap<>();
        offers.where(col(Offers.BUNDLE_ID).isin(bundles.toArray()))
                .groupBy(Offers.BUNDLE_ID)
                .agg(any_value(col(Offers.BUNDLE_ITEMS)))
                .collectAsList()
                .forEach(row -> items.put(row.getString(0), row.getList(1)));
        return named(items);
    }

    /** The same of sets whose products are known. */
    Map<String, String> named(Map<String, List<String>> items) {
        Map<String, String> products =
                products(items.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<String, String> named = new HashMap<>();
        items.forEach((bundle, parts) -> named.put(
                bundle,
                parts.stream().map(part -> products.getOrDefault(part, part)).collect(Collectors.joining(" + "))));
        return named;
    }

    private Map<String, String> products(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        for (String table : List.of(SuppressedOffers.TABLE.name(), Offers.TABLE.name())) {
            if (tables.containsKey(table)) {
                tables
                        .get(table)
                        .where(col(Offers.PRODUCT_ID).isin(ids.toArray()))
                        .groupBy(Offers.PRODUCT_ID)
                        .agg(max(Offers.PRODUCT_NAME))
                        .collectAsList()
                        .stream()
                        .filter(row -> row.get(1) != null)
                        .forEach(row -> names.put(row.getString(0), row.getString(1)));
            }
        }
        return names;
    }
}
