package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Order lines of which no header names a product's id: a column that holds ids of the products, or of the contracts' plans. */
record SoldProducts(InputGuess lines, List<ColumnProfile> known) {
    /** The share of a column's ids, or of the known ones, from which on it is no chance. */
    private static final double KNOWN = 0.3;
    /** Fewer ids, and shorter numbers, are met by chance. */
    private static final int LEAST = 3;

    private static final int SHORT = 4;

    /** The lines by that column, where there is one. */
    static InputGuess of(InputGuess lines, Map<String, InputGuess> chosen) {
        List<ColumnProfile> known = Stream.of(Products.INPUT, Subscriptions.INPUT)
                .map(input -> chosen.get(input.name()))
                .filter(Objects::nonNull)
                .filter(guess -> !guess.table().equals(lines.table()))
                .flatMap(guess -> guess.column(Products.PRODUCT_ID).stream())
                .toList();
        return lines.has(Orders.PRODUCT_ID) ? lines : new SoldProducts(lines, known).byIds();
    }

    private InputGuess byIds() {
        Set<String> taken = lines.matches().values().stream()
                .map(match -> match.column().name())
                .collect(Collectors.toSet());
        return lines.table().columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && mayBeId(column))
                .filter(column -> share(column) >= KNOWN)
                .max(Comparator.comparingDouble(this::share))
                .map(column -> InputGuess.with(lines, Orders.PRODUCT_ID, column))
                .orElse(lines);
    }

    private static boolean mayBeId(ColumnProfile column) {
        return !column.isTime()
                && column.distinct() >= LEAST
                && (column.number().isEmpty()
                        || column.counts().keySet().stream()
                                .allMatch(id -> id.strip().length() >= SHORT));
    }

    /** Of its ids those that are known, or of those that are known its own: a list may lack many that are sold. */
    private double share(ColumnProfile column) {
        return known.stream()
                .filter(ids -> ids.distinct() >= LEAST)
                .mapToDouble(ids -> Math.max(
                        KeyMatches.of(column, lines.table(), ids).share(),
                        KeyMatches.of(ids, lines.table(), column).share()))
                .max()
                .orElse(0);
    }
}
