package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files are of what came back. */
final class ReturnFiles {
    private static final Pattern NAMED = Pattern.compile(
            "(?!.* (and|with|und|mit|et|avec) )(.*[^a-z])?((return|refund|credit (note|memo)|cr memo|retour|retoure|rückgabe|rücksendung"
                    + "|gutschrift|avoir|remboursement|devolucion|devolucao|reso|rimborso|rma)(s|es|n|en)?|returned item|resi|rimborsi)([^a-z].*)?"
                    + "|.*(返品|返金|赤伝).*");

    /** Of a whole order; what came back in part is told by its pieces. */
    private static final Pattern WHOLE = Pattern.compile("(?i)(fully[ _])?(refunded|returned|reversed)|返品済み?|返金済み?");

    private ReturnFiles() {}

    /**
     * Adds what came back by the first file that can be read so, as lines whose pieces are below 0.
     *
     * @param remarks takes up which files are read, and which are not
     */
    static void add(Guesses guesses, InputGuess lines, View view, List<String> remarks) {
        List<TableProfile> taken =
                guesses.chosen().values().stream().map(InputGuess::table).toList();
        Optional<String> whole = wholeOrders(lines);
        boolean read = view.isPlain() && lines.has(Orders.QUANTITY) && (whole.isPresent() || !isTold(guesses, lines));
        for (TableProfile table : guesses.tables()) {
            if (isNamed(table) && !taken.contains(table)) {
                ReturnFile file = new ReturnFile(InputGuess.of(table, Orders.INPUT.name()), lines);
                boolean added = read && file.add(view, whole.map(told -> "NOT coalesce(" + told + ", false)"));
                read &= !added;
                remarks.add(name(table)
                        + (added
                                ? " is read as what came back: pieces below 0." + file.unnamed()
                                : " may be of what came back: nothing is taken back by it. Its rows would be order lines of"
                                        + " a quantity below 0."));
            }
        }
    }

    /** The condition over a line that its status says of the whole order that it came back; empty where that is not what tells it. */
    private static Optional<String> wholeOrders(InputGuess lines) {
        Optional<ColumnProfile> order = lines.column(Orders.ORDER_ID);
        boolean otherwise = lines.has(Helper.IS_RETURNED) || lines.has(Helper.RETURNED);
        return lines.column(Orders.STATUS)
                .filter(status -> order.isPresent() && !otherwise)
                .map(status -> status.counts().keySet().stream()
                        .filter(word -> CreditNotes.takesBack(word)
                                || WHOLE.matcher(word).matches())
                        .sorted()
                        .map(Sql::text)
                        .collect(Collectors.joining(", ")))
                .filter(words -> !words.isEmpty())
                .map(words -> View.qualified(lines.table(), order.get()) + " IN (SELECT "
                        + lines.table().sample().sql(order.get().name()) + " FROM "
                        + Sql.name(lines.table().name()) + " WHERE "
                        + lines.table()
                                .sample()
                                .sql(lines.column(Orders.STATUS).get().name())
                        + " IN (" + words + "))");
    }

    /** Whether the lines, or their orders' own rows, say already which of them came back. */
    private static boolean isTold(Guesses guesses, InputGuess lines) {
        return Stream.concat(Stream.of(lines), guesses.heads().stream())
                .anyMatch(guess -> guess.has(Helper.IS_RETURNED)
                        || guess.has(Helper.RETURNED)
                        || guess.column(Orders.STATUS).stream()
                                .flatMap(status -> status.counts().keySet().stream())
                                .anyMatch(CreditNotes::takesBack));
    }

    /** Whether a table is named as one of what came back. */
    static boolean isNamed(TableProfile table) {
        String stem = name(table).replaceFirst("(\\.\\w+)+$", "");
        return NAMED.matcher(HeaderNames.plain(stem)).matches();
    }

    private static String name(TableProfile table) {
        String path = table.sample().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
