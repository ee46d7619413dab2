package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders of several lines with a row of their own before them, as eBay writes them: it names no product, counts the pieces of all
 * lines together, and says alone whom the order is from. What it says is its lines', and it is none itself.
 */
final class SummaryRows {
    private static final double NAMED = 0.8;
    private static final int FEWEST = 5;
    /** Share of the orders' own rows that say alone what is taken from them. */
    private static final double NEARLY_ALL = 0.9;
    /** Share of the rows without a product, beside others of their order, that must be such: else some are discounts, or postage. */
    private static final double ALL = 0.98;

    private static final double CENT = 0.011;

    private SummaryRows() {}

    static Optional<TableSample> of(TableProfile table) {
        Optional<ColumnProfile> order = best(table, Orders.ORDER_ID).filter(o -> o.distinct() < o.filled());
        Optional<ColumnProfile> product = best(table, Orders.PRODUCT_ID)
                .or(() -> best(table, Orders.PRODUCT_NAME))
                .filter(p -> p.filled() < p.rows());
        Optional<ColumnProfile> pieces =
                best(table, Orders.QUANTITY).filter(q -> q.number().isPresent());
        if (order.isEmpty() || product.isEmpty() || pieces.isEmpty()) {
            return Optional.empty();
        }
        TableSample sample = table.sample();
        int by = sample.columns().indexOf(order.get().name());
        int what = sample.columns().indexOf(product.get().name());
        int many = sample.columns().indexOf(pieces.get().name());
        Map<String, List<String[]>> lines = new HashMap<>();
        Map<String, String[]> summaries = new HashMap<>();
        for (String[] row : sample.rows()) {
            boolean line = !ColumnProfile.isNothing(row[what]);
            if (line && row[by] != null) {
                lines.computeIfAbsent(row[by], o -> new ArrayList<>()).add(row);
            } else if (row[by] != null) {
                summaries.put(row[by], row);
            }
        }
        summaries.keySet().retainAll(lines.keySet());
        long without = sample.rows().stream()
                .filter(row -> ColumnProfile.isNothing(row[what]) && lines.containsKey(row[by]))
                .count();
        long sums = summaries.entrySet().stream()
                .filter(e -> Math.abs(number(e.getValue()[many])
                                - lines.get(e.getKey()).stream()
                                        .mapToDouble(row -> number(row[many]))
                                        .sum())
                        < CENT)
                .count();
        return sums >= FEWEST && sums >= ALL * without
                ? Optional.of(without(table, by, what, said(table, what, lines, summaries), lines, summaries))
                : Optional.empty();
    }

    private static Optional<ColumnProfile> best(TableProfile table, String target) {
        return table.columns().values().stream()
                .filter(column -> !column.isEmpty() && PackedCells.score(target, column.name()) >= NAMED)
                .max(Comparator.comparingDouble(column -> PackedCells.score(target, column.name())));
    }

    private static double number(String value) {
        return value == null ? Double.NaN : LineAmounts.number(value);
    }

    /** The places of what the orders' own rows say and their lines do not; an amount is of the order and of none of them. */
    private static List<Integer> said(
            TableProfile table, int what, Map<String, List<String[]>> lines, Map<String, String[]> summaries) {
        List<String> names = table.sample().columns();
        return IntStream.range(0, names.size())
                .filter(i ->
                        i != what && table.columns().get(names.get(i)).number().isEmpty())
                .filter(i -> summaries.keySet().stream()
                                .filter(order -> !ColumnProfile.isNothing(
                                                summaries.get(order)[i])
                                        && lines.get(order).stream().allMatch(row -> ColumnProfile.isNothing(row[i])))
                                .count()
                        >= NEARLY_ALL * summaries.size())
                .boxed()
                .toList();
    }

    private static TableSample without(
            TableProfile table,
            int by,
            int what,
            List<Integer> said,
            Map<String, List<String[]>> lines,
            Map<String, String[]> summaries) {
        TableSample sample = table.sample();
        List<String[]> rows = new ArrayList<>();
        for (String[] row : sample.rows()) {
            if (ColumnProfile.isNothing(row[what]) && row[by] != null && lines.containsKey(row[by])) {
                continue;
            }
            String[] line = row.clone();
            String[] summary = row[by] == null ? null : summaries.get(row[by]);
            said.forEach(i -> line[i] = ColumnProfile.isNothing(line[i]) && summary != null ? summary[i] : line[i]);
            rows.add(line);
        }
        String product = "coalesce(trim(" + Sql.name(sample.columns().get(what)) + "), '') <> ''";
        String order = Sql.name(sample.columns().get(by));
        String columns = IntStream.range(0, sample.columns().size())
                .mapToObj(i -> {
                    String name = Sql.name(sample.columns().get(i));
                    return said.contains(i)
                            ? "coalesce(nullif(" + name + ", ''), max(nullif(" + name + ", '')) OVER (PARTITION BY "
                                    + order + ")) AS " + name
                            : name;
                })
                .collect(Collectors.joining(", "));
        String query = "SELECT * EXCEPT (has_lines)\nFROM (SELECT " + columns + ", max(" + product
                + ") OVER (PARTITION BY " + order + ") AS has_lines FROM " + Sql.name(sample.name()) + ")\nWHERE "
                + product + " OR NOT has_lines";
        String told = String.format(
                java.util.Locale.ROOT,
                "%,d orders of several lines have a row of their own, whose pieces are those of its lines: it is none%s.",
                summaries.size(),
                said.isEmpty()
                        ? ""
                        : ", and what it says is theirs ("
                                + said.stream().map(sample.columns()::get).collect(Collectors.joining(", ")) + ")");
        return sample.made(new TableSample.Made(query, told), sample.columns(), rows);
    }
}
