package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines that name what was sold by a word of their trade (TrackId, RoomId): the key by the same name of another table.
 *
 * @param lines as order lines
 * @param products as the products, or what can be told of them
 */
record KeyedProducts(InputGuess lines, InputGuess products) {
    /** How sure a column is that only its table makes the product. */
    private static final double SURENESS = 0.6;
    /** Of the lines' ids, how many the key knows at least. */
    private static final double LEAST_KNOWN = 0.9;

    /** In the first table that lacks nothing of order lines but the product, by its column that the most rows of another know. */
    static Optional<KeyedProducts> in(List<TableProfile> tables) {
        return tables.stream()
                .map(lines -> of(lines, tables))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<KeyedProducts> of(TableProfile lines, List<TableProfile> tables) {
        InputGuess known = InputGuess.of(lines, Orders.INPUT.name());
        if (!known.has(Orders.ORDER_ID) || !known.has(Orders.QUANTITY) || known.has(Orders.PRODUCT_ID)) {
            return Optional.empty();
        }
        Set<String> told = known.matches().values().stream()
                .map(match -> match.column().name())
                .collect(Collectors.toSet());
        return lines.columns().values().stream()
                .filter(column -> !column.isUnique() && !told.contains(column.name()))
                .flatMap(column -> tables.stream()
                        .filter(table -> !table.equals(lines))
                        .map(table -> table.columns().values().stream()
                                .filter(key -> HeaderNames.plain(key.name()).equals(HeaderNames.plain(column.name())))
                                .findFirst()
                                .flatMap(key -> KeyMatches.keyOf(column, table, List.of(key), LEAST_KNOWN))
                                .map(match -> new KeyedProducts(
                                        with(lines, Orders.INPUT.name(), column),
                                        with(table, Products.INPUT.name(), match.key())))
                                .orElse(null))
                        .filter(Objects::nonNull))
                .filter(found -> found.lines().fits())
                .findFirst();
    }

    /** A list of products that has names and no ids, where no file is one with ids, and order lines give the names. */
    static Optional<InputGuess> byName(List<InputGuess> guesses, List<TableProfile> tables) {
        boolean listed =
                guesses.stream().anyMatch(guess -> guess.input().equals(Products.INPUT.name()) && guess.fits());
        Optional<InputGuess> lines = guesses.stream()
                .filter(guess -> guess.input().equals(Orders.INPUT.name()) && guess.fits())
                .max(Comparator.comparingDouble(InputGuess::score));
        return listed
                ? Optional.empty()
                : lines.flatMap(guess -> guess.column(Orders.PRODUCT_ID).or(() -> guess.column(Orders.PRODUCT_NAME)))
                        .flatMap(sold -> tables.stream()
                                .filter(table -> !table.equals(lines.get().table()))
                                .flatMap(table -> KeyMatches.keyOf(sold, table, LEAST_KNOWN).stream())
                                .map(match -> with(match.table(), Products.INPUT.name(), match.key()))
                                .filter(InputGuess::fits)
                                .findFirst());
    }

    private static InputGuess with(TableProfile table, String input, ColumnProfile key) {
        return InputGuess.of(table, input, Map.of(Products.PRODUCT_ID, new InputGuess.Match(key, SURENESS)));
    }
}
