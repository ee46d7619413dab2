package io.osusume.intake.profile;

import io.osusume.tables.Behavior;
import io.osusume.tables.Orders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Order lines that say neither how many nor at which price: who bought what and when, or the purchases of a log of events.
 *
 * @param where of the table's rows which are lines; empty: all
 */
record SparseLines(InputGuess lines, Optional<String> where) {
    private static final Pattern LOOKED = Pattern.compile("view|click|cart|browse|visit|impression|閲覧|カート");

    /**
     * In the first log whose events tell of purchases, else in the first table that is no other input.
     *
     * @param guesses what each table may be
     */
    static Optional<SparseLines> in(List<TableProfile> tables, List<InputGuess> guesses) {
        return tables.stream()
                .flatMap(t -> purchases(t, guesses).stream())
                .findFirst()
                .or(() -> tables.stream()
                        .filter(t -> guesses.stream().noneMatch(g -> g.table().equals(t) && g.fits()))
                        .flatMap(t -> lines(t).stream())
                        .findFirst()
                        .map(lines -> new SparseLines(lines, Optional.empty())));
    }

    /** Whether the rows of a table are what people did, purchases among looks: most of them are no order lines. */
    static boolean isLog(TableProfile table) {
        InputGuess log = InputGuess.of(table, Behavior.INPUT.name());
        return log.fits()
                && log.column(Behavior.EVENT)
                        .filter(event -> bought(event).isPresent()
                                && event.counts().keySet().stream()
                                        .anyMatch(word -> LOOKED.matcher(HeaderNames.plain(word))
                                                .find()))
                        .isPresent();
    }

    private static Optional<SparseLines> purchases(TableProfile table, List<InputGuess> guesses) {
        return guesses.stream()
                .filter(g -> g.table().equals(table) && g.input().equals(Behavior.INPUT.name()) && g.fits())
                .flatMap(g -> g.column(Behavior.EVENT).stream())
                .findFirst()
                .flatMap(event -> bought(event).flatMap(words -> lines(purchases(table, event, words))
                        .map(lines ->
                                new SparseLines(without(event, lines), Optional.of(where(table, event, words))))));
    }

    /** The table with these rows alone: what only looks have, or lack, tells nothing of its purchases. */
    private static TableProfile purchases(TableProfile table, ColumnProfile event, Set<String> words) {
        return TableProfile.of(table.sample().where(event.name(), words));
    }

    /** What happened is no state of an order, where only purchases are its lines. */
    private static InputGuess without(ColumnProfile event, InputGuess lines) {
        Map<String, InputGuess.Match> matches = new LinkedHashMap<>(lines.matches());
        matches.values().removeIf(match -> match.column().equals(event));
        return new InputGuess(lines.table(), lines.input(), matches, lines.score());
    }

    /** The events that are purchases; empty where there are none. */
    private static Optional<Set<String>> bought(ColumnProfile event) {
        return Optional.of(EventWords.bought(event)).filter(some -> !some.isEmpty());
    }

    private static String where(TableProfile table, ColumnProfile event, Set<String> words) {
        return table.sample().sql(event.name()) + " IN ("
                + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")";
    }

    private static Optional<InputGuess> lines(TableProfile table) {
        InputGuess all = InputGuess.of(table, Orders.INPUT.name());
        boolean sold = all.has(Orders.PRODUCT_ID) || all.has(Orders.PRODUCT_NAME);
        boolean toSomebody = all.has(Orders.CUSTOMER_ID) || all.has(Orders.ORDER_ID) || all.has(Helper.EMAIL);
        boolean dated = all.has(Orders.ORDERED_AT)
                || table.columns().values().stream()
                                .filter(ColumnProfile::isTime)
                                .count()
                        == 1;
        return sold && toSomebody && dated
                ? Optional.of(new InputGuess(table, all.input(), all.matches(), 1))
                : Optional.empty();
    }
}
