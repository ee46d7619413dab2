package io.osusume.cli;

import static org.apache.spark.sql.functions.col;

import io.osusume.report.Names;
import io.osusume.tables.Bundles;
import io.osusume.tables.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What sets are called: by their products, as tonight's offers call these; a product without a name there is called by its id. */
final class OfferedNames {
    private final Map<String, Dataset<Row>> tables;

    /** @param tables what the night published, by name */
    OfferedNames(Map<String, Dataset<Row>> tables) {
        this.tables = tables;
    }

    /** Set → its products, by name. */
    Map<String, String> sets(Collection<String> bundles) {
        Map<String, List<String>> items = new TreeMap<>();
        table(Bundles.TABLE)
                .map(rows -> rows.where(col(Bundles.BUNDLE_ID).isin(bundles.toArray())))
                .ifPresent(rows -> rows.select(Bundles.BUNDLE_ID, Bundles.ITEMS)
                        .collectAsList()
                        .forEach(row -> items.put(row.getString(0), row.getList(1))));
        return named(items);
    }

    /** The same of sets whose products are known. */
    Map<String, String> named(Map<String, List<String>> items) {
        Map<String, String> products = Names.of(
                this::table, items.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<String, String> named = new HashMap<>();
        items.forEach((bundle, parts) -> named.put(
                bundle,
                parts.stream().map(part -> products.getOrDefault(part, part)).collect(Collectors.joining(" + "))));
        return named;
    }

    private Optional<Dataset<Row>> table(Table table) {
        return Optional.ofNullable(tables.get(table.name()));
    }
}
