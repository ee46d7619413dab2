package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Order lines of a sample whose product and day can be told, the day by the orders' own rows where the lines have none. */
final class DatedLines {
    private static final double KNOWN = 0.5;

    private DatedLines() {}

    /** A line by what the same sale may be known by in another file. */
    record Sale(String product, LocalDate day, double pieces) {}

    /** @param named the id of a product by what stands in a line; null: nothing's */
    static List<Sale> of(InputGuess lines, Optional<InputGuess> heads, UnaryOperator<String> named) {
        Optional<ColumnProfile> product = lines.column(Orders.PRODUCT_ID).or(() -> lines.column(Orders.PRODUCT_NAME));
        Optional<ColumnProfile> own = lines.column(Orders.ORDERED_AT);
        Optional<ColumnProfile> key = own.or(() -> lines.column(Orders.ORDER_ID));
        Optional<ColumnProfile> written = own.or(() -> heads.flatMap(rows -> rows.column(Orders.ORDERED_AT)));
        if (product.isEmpty() || key.isEmpty() || written.isEmpty()) {
            return List.of();
        }
        Map<String, String> days = own.isPresent() ? Map.of() : days(lines, heads.get());
        Optional<ColumnProfile> pieces = lines.column(Orders.QUANTITY);
        Map<String, Optional<LocalDate>> read = new HashMap<>();
        List<Sale> sales = new ArrayList<>();
        TableSample sample = lines.table().sample();
        int productAt = at(sample, product.get());
        int keyAt = at(sample, key.get());
        for (String[] row : sample.rows()) {
            String id = row[productAt] == null ? null : named.apply(row[productAt].strip());
            String text = own.isPresent() ? row[keyAt] : days.get(row[keyAt]);
            if (id != null && text != null) {
                double count = pieces.map(c -> number(row[at(sample, c)], c)).orElse(1.0);
                read.computeIfAbsent(text, t -> day(t, written.get()))
                        .ifPresent(day -> sales.add(new Sale(id, day, count)));
            }
        }
        return sales;
    }

    private static int at(TableSample sample, ColumnProfile column) {
        return sample.columns().indexOf(column.name());
    }

    /** By the order's number. */
    private static Map<String, String> days(InputGuess lines, InputGuess heads) {
        Map<String, String> days = new HashMap<>();
        TableSample sample = heads.table().sample();
        int dayAt = at(sample, heads.column(Orders.ORDERED_AT).orElseThrow());
        lines.column(Orders.ORDER_ID)
                .flatMap(order -> KeyMatches.keyOf(order, heads.table(), KNOWN))
                .ifPresent(match -> sample.rows().forEach(row -> days.put(row[at(sample, match.key())], row[dayAt])));
        return days;
    }

    private static Optional<LocalDate> day(String text, ColumnProfile column) {
        return column.times().stream()
                .flatMap(shape -> shape.day(text).stream())
                .findFirst();
    }

    private static double number(String value, ColumnProfile column) {
        double number = value == null ? Double.NaN : LineAmounts.number(value, column);
        return Double.isNaN(number) ? 1 : number;
    }
}
