package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cells with a list each, as long as that beside it: products, pieces and prices of an order. */
final class PackedLists {
    private static final List<String> SEPARATORS = List.of(";", "|", "\n", ",");
    /** The share of rows that must have several, and of those the share in which the lists are as long. */
    private static final double SOME = 0.1;

    private static final double ALL = 0.98;
    private static final double NAMED = 0.5;

    private PackedLists() {}

    static Optional<TableSample> of(TableProfile table) {
        return SEPARATORS.stream()
                .flatMap(separator -> of(table, separator).stream())
                .findFirst();
    }

    private static Optional<TableSample> of(TableProfile table, String separator) {
        List<String> lists = table.columns().values().stream()
                .filter(column -> !column.isTime())
                .map(ColumnProfile::name)
                .filter(name -> isList(table.sample(), name, separator))
                .toList();
        Optional<String> product = Stream.of(Orders.PRODUCT_ID, Orders.PRODUCT_NAME)
                .flatMap(target -> lists.stream().filter(name -> PackedCells.score(target, one(name)) >= NAMED))
                .findFirst();
        List<String> alike = product.map(first -> lists.stream()
                        .filter(name -> areAlike(table.sample(), first, name, separator))
                        .toList())
                .orElse(List.of());
        boolean amounts = alike.stream()
                .anyMatch(name -> Stream.of(Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL)
                        .anyMatch(target -> PackedCells.score(target, one(name)) >= NAMED));
        return amounts ? Optional.of(apart(table.sample(), product.get(), alike, separator)) : Optional.empty();
    }

    private static boolean isList(TableSample sample, String column, String separator) {
        int at = sample.columns().indexOf(column);
        long several = sample.rows().stream()
                .filter(row -> row[at] != null && row[at].contains(separator))
                .count();
        return several > SOME * sample.rows().size();
    }

    private static boolean areAlike(TableSample sample, String one, String other, String separator) {
        int a = sample.columns().indexOf(one);
        int b = sample.columns().indexOf(other);
        long alike = sample.rows().stream()
                .filter(row -> parts(row[a], separator).size()
                        == parts(row[b], separator).size())
                .count();
        return alike >= ALL * sample.rows().size();
    }

    private static List<String> parts(String cell, String separator) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .toList();
    }

    /** A list is called by what it is of: skus, quantities. */
    static String one(String name) {
        return name.replaceFirst("(?i)ies$", "y").replaceFirst("(?i)(?<=[a-z]{2})s$", "");
    }

    private static TableSample apart(TableSample sample, String product, List<String> lists, String separator) {
        List<String> names = sample.columns().stream()
                .map(name -> lists.contains(name) && !sample.columns().contains(one(name)) ? one(name) : name)
                .toList();
        int at = sample.columns().indexOf(product);
        List<String[]> rows = new ArrayList<>();
        for (String[] row : sample.rows()) {
            for (int i = 0; i < Math.max(1, parts(row[at], separator).size()); i++) {
                String[] line = row.clone();
                for (String list : lists) {
                    int of = sample.columns().indexOf(list);
                    List<String> parts = parts(row[of], separator);
                    line[of] = i < parts.size() ? parts.get(i) : null;
                }
                rows.add(line);
            }
        }
        String split = Sql.text(PackedCells.pattern(separator));
        String columns = sample.columns().stream()
                .map(name -> lists.contains(name)
                        ? "trim(get(split(" + Sql.name(name) + ", " + split + "), packed_at)) AS "
                                + Sql.name(names.get(sample.columns().indexOf(name)))
                        : Sql.name(name))
                .collect(Collectors.joining(", "));
        String query = "SELECT " + columns + "\nFROM (SELECT *, posexplode_outer(split(" + Sql.name(product) + ", "
                + split + ")) AS (packed_at, packed) FROM " + Sql.name(sample.name()) + ")";
        return sample.made(
                new TableSample.Made(
                        query, "A row has several lines (" + String.join(", ", lists) + "): each is one of its own."),
                names,
                rows);
    }
}
