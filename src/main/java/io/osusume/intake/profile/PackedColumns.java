package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that are counted, for the first, the second and further lines of an order: {@code Item 1 SKU, Item 1 Qty, Item 2 SKU, …}. */
final class PackedColumns {
    private static final Pattern COUNTED = Pattern.compile("(.*?)[ _-]?(\\d{1,2})(?:[ _-]+(.*))?");
    /** The share of rows that must have a second. */
    private static final double SOME = 0.05;

    private static final double CALLED = 0.5;

    private PackedColumns() {}

    /**
     * What is counted.
     *
     * @param columns by the number, by what a column is without it
     */
    private record Counted(String product, Map<Integer, Map<String, String>> columns) {
        List<String> fields() {
            return List.copyOf(columns.values().iterator().next().keySet());
        }

        Set<String> all() {
            return columns.values().stream()
                    .flatMap(fields -> fields.values().stream())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    static Optional<TableSample> of(TableProfile table) {
        Map<String, Map<Integer, Map<String, String>>> groups = new LinkedHashMap<>();
        for (String column : table.columns().keySet()) {
            Matcher counted = COUNTED.matcher(column);
            if (counted.matches() && !counted.group(1).isBlank()) {
                boolean last = counted.group(3) == null;
                String field = last ? counted.group(1) : counted.group(1) + " " + counted.group(3);
                if (!last || isOfLine(field)) {
                    groups.computeIfAbsent(last ? "" : counted.group(1), stem -> new TreeMap<>())
                            .computeIfAbsent(Integer.valueOf(counted.group(2)), n -> new LinkedHashMap<>())
                            .put(field, column);
                }
            }
        }
        return groups.values().stream()
                .flatMap(columns -> counted(columns).stream())
                .filter(counted -> isFilled(table, counted))
                .findFirst()
                .map(counted -> apart(table.sample(), counted));
    }

    /** Those with a product, and how many of it or at which price, each time the same columns. */
    private static Optional<Counted> counted(Map<Integer, Map<String, String>> columns) {
        Set<String> fields = columns.values().iterator().next().keySet();
        boolean alike = columns.size() > 1
                && columns.values().stream().allMatch(other -> other.keySet().equals(fields));
        boolean amounts = fields.stream()
                .anyMatch(field -> isOne(field, Stream.of(Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL)));
        return alike && amounts
                ? Stream.of(Orders.PRODUCT_ID, Orders.PRODUCT_NAME)
                        .flatMap(target -> fields.stream().filter(field -> PackedCells.score(target, field) >= CALLED))
                        .findFirst()
                        .map(product -> new Counted(product, columns))
                : Optional.empty();
    }

    /** Beside sku_1 and price_1 there may be address_1, of the order. */
    private static boolean isOfLine(String field) {
        return isOne(
                field,
                Stream.of(
                        Orders.PRODUCT_ID,
                        Orders.PRODUCT_NAME,
                        Orders.QUANTITY,
                        Orders.UNIT_PRICE,
                        Helper.LINE_TOTAL,
                        Helper.LINE_DISCOUNT));
    }

    private static boolean isOne(String field, Stream<String> targets) {
        return targets.anyMatch(target -> PackedCells.score(target, field) >= CALLED);
    }

    private static boolean isFilled(TableProfile table, Counted counted) {
        return counted.columns().values().stream()
                .skip(1)
                .findFirst()
                .map(second -> table.columns().get(second.get(counted.product())))
                .filter(second -> second.filledShare() > SOME)
                .isPresent();
    }

    private static TableSample apart(TableSample sample, Counted counted) {
        Set<String> taken = counted.all();
        List<String> kept =
                sample.columns().stream().filter(name -> !taken.contains(name)).toList();
        List<String> fields = counted.fields().stream()
                .map(field -> kept.stream().anyMatch(field::equalsIgnoreCase) ? "Line " + field : field)
                .toList();
        List<String> names = new ArrayList<>(kept);
        names.addAll(fields);
        List<String[]> rows = new ArrayList<>();
        for (String[] row : sample.rows()) {
            for (Map<String, String> line : counted.columns().values()) {
                if (!ColumnProfile.isNothing(row[sample.columns().indexOf(line.get(counted.product()))])) {
                    rows.add(Stream.concat(
                                    kept.stream(), counted.fields().stream().map(line::get))
                            .map(name -> row[sample.columns().indexOf(name)])
                            .toArray(String[]::new));
                }
            }
        }
        String product = Sql.name(fields.get(counted.fields().indexOf(counted.product())));
        String lines = counted.columns().values().stream()
                .map(line -> {
                    List<String> columns = new ArrayList<>();
                    for (int i = 0; i < fields.size(); i++) {
                        columns.add(Sql.name(line.get(counted.fields().get(i))) + " AS " + Sql.name(fields.get(i)));
                    }
                    return "struct(" + String.join(", ", columns) + ")";
                })
                .collect(Collectors.joining(",\n"));
        String query = "SELECT "
                + kept.stream().map(name -> Sql.name(name) + ", ").collect(Collectors.joining())
                + "inline(filter(array(" + lines + "), one -> coalesce(trim(one." + product + "), '') <> ''))\nFROM "
                + Sql.name(sample.name());
        return sample.made(
                new TableSample.Made(
                        query,
                        "A row has up to " + counted.columns().size() + " lines in columns that are counted ("
                                + String.join(", ", counted.fields()) + "): each is a row of its own."),
                names,
                rows);
    }
}
