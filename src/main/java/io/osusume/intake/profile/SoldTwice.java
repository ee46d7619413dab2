package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whether a second file of order lines may tell the sales of the first again: by their days and products, by how much of each product is in
 * either, or by the orders' own numbers.
 */
final class SoldTwice {
    /** The share of a file's lines that the other has too, from which on they are the same. */
    private static final double SAME = 0.5;
    /** How far the pieces of a product may be apart in two files of the same sales. */
    private static final double ABOUT = 0.1;
    /** Of fewer pieces a ratio says little. */
    private static final double PIECES = 10;
    /** Fewer products tell nothing. */
    private static final int PRODUCTS = 3;
    /** The share of order numbers that is met by chance. */
    private static final double CHANCE = 0.05;

    private final InputGuess first;
    private final InputGuess second;
    private final List<DatedLines.Sale> before;
    private final List<DatedLines.Sale> after;
    private final double known;

    SoldTwice(Guesses guesses, KeyChoice keys, InputGuess first, InputGuess second) {
        this.first = first;
        this.second = second;
        this.before = DatedLines.of(first, guesses.heads(), UnaryOperator.identity());
        ColumnProfile products = first.column(Orders.PRODUCT_ID)
                .or(() -> first.column(Orders.PRODUCT_NAME))
                .orElseThrow();
        ColumnProfile own = second.column(Orders.PRODUCT_ID)
                .or(() -> second.column(Orders.PRODUCT_NAME))
                .orElseThrow();
        UnaryOperator<String> named = keys.bridge(Orders.PRODUCT_ID, own, second.table())
                .map(SoldTwice::over)
                .orElse(UnaryOperator.identity());
        this.after = DatedLines.of(second, guesses.heads(), named);
        long met = own.counts().keySet().stream()
                .map(named)
                .filter(id -> id != null && products.counts().containsKey(id))
                .count();
        this.known = own.distinct() == 0 ? 0 : (double) met / own.distinct();
    }

    /** The share of the second's products that the first has sold. */
    double known() {
        return known;
    }

    /** Whether it may; also where the days of one of them cannot be told. */
    boolean isLikely() {
        return before.isEmpty() || after.isEmpty() || isOfSameOrders() || sameDays() >= SAME || areAsMany();
    }

    /** Numbers that merely count are met by others that do. */
    private boolean isOfSameOrders() {
        ColumnProfile own = second.column(Orders.ORDER_ID).orElseThrow();
        boolean counts = own.isWhole() && KeyMatches.isCount(own);
        return !counts
                && first.column(Orders.ORDER_ID)
                        .filter(of -> KeyMatches.of(own, null, of).share() > CHANCE)
                        .isPresent();
    }

    /** The share of the second's lines whose product the first has sold on the same day. */
    private double sameDays() {
        Set<List<Object>> sold = new HashSet<>();
        before.forEach(sale -> sold.add(List.of(sale.product(), sale.day())));
        long again = after.stream()
                .filter(sale -> sold.contains(List.of(sale.product(), sale.day())))
                .count();
        return (double) again / after.size();
    }

    /** Whether about as many pieces were sold of most products, in the days that both have. */
    private boolean areAsMany() {
        LocalDate from = Collections.max(List.of(first(before), first(after)));
        LocalDate to = Collections.min(List.of(last(before), last(after)));
        Map<String, Double> one = pieces(before, from, to);
        Map<String, Double> other = pieces(after, from, to);
        one.values().removeIf(pieces -> pieces < PIECES);
        one.keySet().retainAll(other.keySet());
        long alike = one.entrySet().stream()
                .filter(sold -> Math.abs(other.get(sold.getKey()) / sold.getValue() - 1) <= ABOUT)
                .count();
        return one.size() >= PRODUCTS && alike >= SAME * one.size();
    }

    private static Map<String, Double> pieces(List<DatedLines.Sale> sales, LocalDate from, LocalDate to) {
        Map<String, Double> pieces = new HashMap<>();
        sales.stream()
                .filter(sale -> !sale.day().isBefore(from) && !sale.day().isAfter(to))
                .forEach(sale -> pieces.merge(sale.product(), sale.pieces(), Double::sum));
        return pieces;
    }

    private static LocalDate first(List<DatedLines.Sale> sales) {
        return sales.stream()
                .map(DatedLines.Sale::day)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate last(List<DatedLines.Sale> sales) {
        return sales.stream()
                .map(DatedLines.Sale::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static UnaryOperator<String> over(KeyChoice.Bridge bridge) {
        TableSample sample = bridge.table().sample();
        int keyAt = sample.columns().indexOf(bridge.key().name());
        int wantedAt = sample.columns().indexOf(bridge.wanted().name());
        Map<String, String> known = new HashMap<>();
        sample.rows().forEach(row -> known.put(row[keyAt] == null ? "" : row[keyAt].strip(), row[wantedAt]));
        return known::get;
    }
}
