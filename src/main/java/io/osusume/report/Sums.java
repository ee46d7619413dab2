package io.osusume.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Adds up what one pass over a table grouped: totals, and totals by one of the columns that it was grouped by. */
final class Sums {
    private Sums() {}

    static long whole(List<Row> rows, String column) {
        return rows.stream().mapToLong(r -> r.<Number>getAs(column).longValue()).sum();
    }

    static double number(List<Row> rows, String column) {
        return rows.stream()
                .filter(r -> r.getAs(column) != null)
                .mapToDouble(r -> r.<Number>getAs(column).doubleValue())
                .sum();
    }

    /** Rows by the values of a column. */
    static Map<Object, List<Row>> groups(List<Row> rows, String column) {
        Map<Object, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.getAs(column), key -> new ArrayList<>())
                .add(row));
        return groups;
    }

    /** By the values of a column: the value, the sum of {@code wholes}, the sum of {@code amounts}; most first. */
    static List<List<Object>> by(List<Row> rows, String column, String wholes, String amounts) {
        return groups(rows, column).entrySet().stream()
                .map(e -> Grid.row(e.getKey(), whole(e.getValue(), wholes), number(e.getValue(), amounts)))
                .sorted(Comparator.comparing((List<Object> r) -> -(Long) r.get(1))
                        .thenComparing(r -> String.valueOf(r.get(0))))
                .toList();
    }
}
