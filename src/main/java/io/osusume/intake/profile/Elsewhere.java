package io.osusume.intake.profile;

import io.osusume.intake.profile.KeyMatches.KeyMatch;
import io.osusume.tables.Accounts;
import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Products;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other files say of the same products or customers, a row for each: their names in a file of texts, their cost in one of
 * valuations, that they are blocked in one of sales, the owner in that of the companies.
 */
record Elsewhere(Guesses guesses, Input input, InputRows rows, References references) {
    /** Of each, what may stand in a file of its own. */
    private static final Map<Input, List<String>> FIELDS = Map.of(
            Products.INPUT,
            List.of(Products.NAME, Products.LIST_PRICE, Products.UNIT_COST, Products.STOCK, Products.OFFERABLE),
            Customers.INPUT,
            List.of(Customers.NAME, Customers.OWNER, Customers.LOCALE, Customers.NPS));

    /** Filled for what is to be deleted or is not sold any more: SAP's names, and what they stand for. */
    private static final Pattern BLOCKED =
            Pattern.compile("lvorm|mstae|mstav|vmsta|(deletion|sales) (flag|indicator|block)"
                    + "|l(ö|o)schvormerkung|loeschvormerkung|(verkaufs|vertriebs)sperre");
    /** A column that is filled for more is no block. */
    private static final double SOME = 0.5;
    /** Of the ids, how many the other file must know. */
    private static final double KNOWN = 0.8;
    /** How many the orders must name. */
    private static final double NAMED_BY_ORDERS = 0.3;
    /** How well a header must name it. */
    private static final double NAMED = 0.9;

    /** A file with a row for each, by its key. */
    private record Beside(ColumnProfile id, KeyMatch match) {
        TableProfile table() {
            return match.table();
        }

        Ref ref(View view, ColumnProfile column) {
            return view.beside(table(), id, view.base(), match.key(), column);
        }
    }

    /**
     * A column of such a file.
     *
     * @param units for how many pieces prices are there
     */
    private record Named(Beside beside, InputGuess.Match column, Optional<ColumnProfile> units) {}

    /** By the file that names the column best; empty where none does. */
    Optional<ProposedColumn> column(Field field) {
        if (!FIELDS.getOrDefault(input, List.of()).contains(field.name())) {
            return Optional.empty();
        }
        if (field.name().equals(Products.OFFERABLE)) {
            return unblocked();
        }
        return all().flatMap(beside -> named(beside, field).stream())
                .max(Comparator.comparingDouble((Named named) -> named.column().score())
                        .thenComparing(named -> named.beside().table().name(), Comparator.reverseOrder()))
                .map(named -> read(named, field));
    }

    private Optional<Named> named(Beside beside, Field field) {
        InputGuess other = InputGuess.of(beside.table(), input.name());
        return other.match(field.name())
                .filter(match -> match.score() >= NAMED
                        && !match.column().equals(beside.match().key()))
                .map(match -> new Named(beside, match, PriceUnits.of(other)));
    }

    private ProposedColumn read(Named named, Field field) {
        ColumnProfile column = named.column().column();
        Ref ref = named.beside().ref(rows.view(), column);
        ProposedColumn read = ProposedColumn.of(
                field.name(), Sql.read(field, ref), named.column().score(), column);
        return PriceUnits.each(
                        read, ref, named.units().map(unit -> named.beside().ref(rows.view(), unit)))
                .orElseGet(() -> read.noting("of " + named.beside().table().name()));
    }

    /** Products that no file says to be blocked; empty where none says so of any. */
    private Optional<ProposedColumn> unblocked() {
        List<Ref> blocks = Stream.concat(
                        blocks(rows.guess().table()).map(rows.view()::own),
                        all().flatMap(beside -> blocks(beside.table()).map(column -> beside.ref(rows.view(), column))))
                .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(ProposedColumn.of(
                                Products.OFFERABLE,
                                blocks.stream()
                                        .map(ref -> "coalesce(trim(" + ref.sql() + "), '') = ''")
                                        .collect(Collectors.joining(" AND ")),
                                NAMED,
                                blocks.get(0).column())
                        .noting("what is to be deleted or is blocked is not offered"));
    }

    private static Stream<ColumnProfile> blocks(TableProfile table) {
        return table.columns().values().stream()
                .filter(column -> !column.isEmpty() && column.filledShare() < SOME)
                .filter(column ->
                        BLOCKED.matcher(HeaderNames.plain(column.name())).matches());
    }

    /** The files with a row for each: of those that are something else only the companies, since a log has them by chance. */
    private Stream<Beside> all() {
        Optional<ColumnProfile> id = id();
        return guesses.tables().stream()
                .filter(table -> id.isPresent() && !table.equals(rows.guess().table()))
                .filter(table -> !isChosen(table)
                        || guesses.tableOf(Accounts.INPUT).filter(table::equals).isPresent())
                .flatMap(table -> KeyMatches.keyOf(id.get(), table, KNOWN).stream())
                .filter(match -> match.key().distinct() == match.key().filled())
                .filter(match -> isChosen(match.table()) || !KeyMatches.mayBeChance(id.get(), match))
                .map(match -> new Beside(id.get(), match));
    }

    private boolean isChosen(TableProfile table) {
        return guesses.chosen().values().stream()
                .anyMatch(chosen -> chosen.table().equals(table));
    }

    /** The column by which the orders name them; none where rows of the file are not what is read. */
    private Optional<ColumnProfile> id() {
        return References.KEYS.stream()
                .filter(key -> input.table().key().equals(List.of(key)))
                .filter(key -> rows.mails().isEmpty() && rows.variants().isEmpty())
                .findFirst()
                .flatMap(key -> references
                        .to(key)
                        .flatMap(from -> KeyMatches.keyOf(from, rows.guess().table(), NAMED_BY_ORDERS))
                        .map(KeyMatch::key)
                        .or(() -> rows.guess().column(key)));
    }
}
