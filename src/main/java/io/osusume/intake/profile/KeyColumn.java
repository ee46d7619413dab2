package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key of customers and products: the column that the orders refer to, whatever it is called. */
record KeyColumn(Guesses guesses, Input input, InputGuess guess, View view, References references) {
    private static final double KNOWN = 0.3;

    /**
     * Empty where the field is no such key, or the orders refer to none of the columns.
     *
     * @param remarks takes up what a reader should know
     */
    Optional<ProposedColumn> of(Field field, List<String> remarks) {
        boolean isKey = input.table().key().equals(List.of(field.name()));
        if (!isKey || !(input.equals(Customers.INPUT) || input.equals(Products.INPUT))) {
            return Optional.empty();
        }
        return OnePerson.key(guesses, input, view).or(() -> references
                .to(field.name())
                .flatMap(from -> KeyMatches.keyOf(from, guess.table(), KNOWN))
                .map(match -> referred(field, match, remarks)));
    }

    private ProposedColumn referred(Field field, KeyMatches.KeyMatch match, List<String> remarks) {
        ProposedColumn column = orName(
                ProposedColumn.of(
                        field.name(),
                        Sql.read(field, view.own(match.key())),
                        Math.max(0.9, match.share()),
                        match.key()),
                match.key());
        String share = String.format(Locale.ROOT, "%.0f %% of the orders' seen are here", 100 * match.share());
        if (match.isAsItIs()) {
            return column.noting(
                    Stream.of(share, column.note()).filter(n -> !n.isEmpty()).collect(Collectors.joining("; ")));
        }
        remarks.add("Ids match those of the orders only " + match.way() + ".");
        return new ProposedColumn(
                field.name(),
                match.way().equals(KeyMatches.WITHOUT_ZEROS) ? column.sql() : Sql.id(column.sql()),
                0.7,
                column.examples(),
                share + ", " + match.way());
    }

    /** Of products without a number the name, where the lines of orders do the same: {@link LineProducts}. */
    private ProposedColumn orName(ProposedColumn column, ColumnProfile key) {
        Optional<ColumnProfile> name = guess.column(Products.NAME);
        boolean gaps = input.equals(Products.INPUT)
                && key.filledShare() < 1
                && name.isPresent()
                && !name.get().equals(key)
                && guesses.of(Orders.INPUT)
                        .filter(lines -> lines.column(Orders.PRODUCT_ID)
                                .filter(id -> id.filledShare() < LineProducts.FILLED)
                                .isPresent())
                        .filter(lines -> lines.has(Orders.PRODUCT_NAME))
                        .isPresent();
        return gaps
                ? column.reading("coalesce(nullif(trim(" + column.sql() + "), ''), "
                                + view.own(name.get()).sql() + ")")
                        .noting("where it is empty, the name stands for it")
                : column;
    }
}
