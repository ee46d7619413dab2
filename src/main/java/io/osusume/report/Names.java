package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What products are called, as offers call them: published tables tell names nowhere else. */
public final class Names {
    private Names() {}

    /** The names of the products that the sections show, and of no others; where several share one, each with its id. */
    static Map<String, String> of(Night night, Collection<Section> sections) {
        return apart(of(night::of, shown(sections)));
    }

    /** A rule of two products of one name would read as one of a product and itself. */
    static Map<String, String> apart(Map<String, String> names) {
        Map<String, Long> bearers =
                names.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, String> apart = new TreeMap<>(names);
        apart.replaceAll((id, name) -> bearers.get(name) > 1 && !name.equals(id) ? name + " (" + id + ")" : name);
        return apart;
    }

    /** The names of these products, as far as a night's tables tell them. */
    public static Map<String, String> of(Function<Table, Optional<Dataset<Row>>> tables, Set<String> ids) {
        Map<String, String> names = new TreeMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        for (Table table : List.of(SuppressedOffers.TABLE, Offers.TABLE)) {
            Optional<Dataset<Row>> rows = tables.apply(table);
            rows.ifPresent(r -> r
                    .where(col(Offers.PRODUCT_ID).isin(ids.toArray()))
                    .groupBy(Offers.PRODUCT_ID)
                    .agg(max(Offers.PRODUCT_NAME))
                    .collectAsList()
                    .stream()
                    .filter(row -> row.get(1) != null)
                    .forEach(row -> names.put(row.getString(0), row.getString(1))));
        }
        return names;
    }

    private static Set<String> shown(Collection<Section> sections) {
        Set<String> ids = new TreeSet<>();
        for (Section section : sections) {
            for (Grid grid : section.grids().values()) {
                for (int i = 0; i < grid.columns().size(); i++) {
                    if (grid.columns().get(i).kind() == Kind.PRODUCTS) {
                        int place = i;
                        grid.rows().forEach(row -> ids.addAll(Cells.texts(row.get(place))));
                    }
                }
            }
        }
        return ids;
    }
}
