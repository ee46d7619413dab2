package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cell with all lines of an order, each with names and values, as a shop writes them: {@code Product SKU: A1, Product Qty: 2|Product SKU: …}. */
final class PackedRecords {
    private static final List<String> SEPARATORS = List.of("|", ";", "\n");
    private static final Pattern NAMED = Pattern.compile("(?:^|, )(\\p{L}[\\p{L}\\p{N} _-]{1,30}): ?");
    private static final double CALLED = 0.5;
    private static final double ALMOST_ALL = 0.9;

    private PackedRecords() {}

    static Optional<TableSample> of(TableProfile table) {
        return table.columns().values().stream()
                .filter(column -> column.isText() && !column.isEmpty())
                .flatMap(column -> of(table.sample(), column).stream())
                .findFirst();
    }

    private static Optional<TableSample> of(TableSample sample, ColumnProfile column) {
        List<String> cells = column.counts().keySet().stream().toList();
        return SEPARATORS.stream()
                .filter(separator -> cells.stream().anyMatch(cell -> cell.contains(separator)))
                .flatMap(separator -> {
                    List<String> names = names(cells, separator);
                    return areOfLines(names)
                            ? Stream.of(apart(sample, column.name(), separator, names))
                            : Stream.<TableSample>empty();
                })
                .findFirst();
    }

    /** Whether a product is among what they name, and how many of it or at which price. */
    private static boolean areOfLines(List<String> names) {
        return isNamed(names, Orders.PRODUCT_ID, Orders.PRODUCT_NAME)
                && isNamed(names, Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL);
    }

    private static boolean isNamed(List<String> names, String... targets) {
        return names.stream().anyMatch(name -> Stream.of(targets).anyMatch(t -> PackedCells.score(t, name) >= CALLED));
    }

    /** The names that nearly all records have. */
    private static List<String> names(List<String> cells, String separator) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int records = 0;
        for (String cell : cells) {
            for (String record : records(cell, separator)) {
                records++;
                Matcher name = NAMED.matcher(record);
                while (name.find()) {
                    counts.merge(name.group(1), 1, Integer::sum);
                }
            }
        }
        int least = (int) Math.ceil(ALMOST_ALL * records);
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> records(String cell, String separator) {
        return Arrays.stream(cell.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(record -> !record.isEmpty())
                .toList();
    }

    private static String value(String name, List<String> names) {
        return "(?:^|, )" + quoted(name) + ": ?(.*?)(?:, (?:"
                + names.stream().map(PackedRecords::quoted).collect(Collectors.joining("|")) + "):|$)";
    }

    /** Names have letters, digits, blanks and no more that a pattern would take for something else than itself. */
    private static String quoted(String name) {
        return name.replace("-", "[-]");
    }

    private static TableSample apart(TableSample sample, String column, String separator, List<String> names) {
        List<String> columns = new ArrayList<>(sample.columns());
        int at = columns.indexOf(column);
        columns.remove(at);
        List<String> own = names.stream()
                .map(name -> columns.stream().anyMatch(name::equalsIgnoreCase) ? "Line " + name : name)
                .toList();
        List<String> all = new ArrayList<>(columns);
        all.addAll(own);
        List<Pattern> values =
                names.stream().map(name -> Pattern.compile(value(name, names))).toList();
        List<String[]> rows = new ArrayList<>();
        for (String[] row : sample.rows()) {
            for (String record : row[at] == null ? List.of("") : records(row[at], separator)) {
                List<String> line = new ArrayList<>(Arrays.asList(row));
                line.remove(at);
                values.forEach(value -> {
                    Matcher found = value.matcher(record);
                    line.add(found.find() ? found.group(1).strip() : null);
                });
                rows.add(line.toArray(String[]::new));
            }
        }
        StringBuilder query = new StringBuilder("SELECT * EXCEPT (" + Sql.name(column) + ", packed)");
        for (int i = 0; i < names.size(); i++) {
            query.append(", trim(regexp_extract(packed, " + Sql.text(value(names.get(i), names)) + ", 1)) AS "
                    + Sql.name(own.get(i)));
        }
        query.append("\nFROM (SELECT *, explode(filter(split(" + Sql.name(column) + ", "
                + Sql.text("\\s*" + PackedCells.pattern(separator) + "\\s*")
                + "), one -> trim(one) <> '')) AS packed FROM "
                + Sql.name(sample.name()) + ")");
        return sample.made(
                new TableSample.Made(
                        query.toString(),
                        column + " has several lines with names of their own: each is a row of its own."),
                all,
                rows);
    }
}
