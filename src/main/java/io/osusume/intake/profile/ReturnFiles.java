package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files are of what came back. */
final class ReturnFiles {
    private static final Pattern NAMED = Pattern.compile(
            "(?!.* (and|with|und|mit|et|avec) )(.*[^a-z])?((return|refund|credit (note|memo)|cr memo|retour|retoure|rückgabe|rücksendung"
                    + "|gutschrift|avoir|remboursement|devolucion|devolucao|reso|rimborso|rma)(s|es|n|en)?|returned item|resi|rimborsi)([^a-z].*)?"
                    + "|.*(返品|返金|赤伝).*");

    private ReturnFiles() {}

    /**
     * Adds what came back by the first file that can be read so, as lines whose pieces are below 0.
     *
     * @param remarks takes up which files are read, and which are not
     */
    static void add(Guesses guesses, InputGuess lines, View view, List<String> remarks) {
        List<TableProfile> taken =
                guesses.chosen().values().stream().map(InputGuess::table).toList();
        boolean read = view.isPlain() && lines.has(Orders.QUANTITY) && !isTold(guesses, lines);
        for (TableProfile table : guesses.tables()) {
            if (isNamed(table) && !taken.contains(table)) {
                ReturnFile file = new ReturnFile(InputGuess.of(table, Orders.INPUT.name()), lines);
                boolean added = read && file.add(view);
                read &= !added;
                remarks.add(name(table)
                        + (added
                                ? " is read as what came back: pieces below 0." + file.unnamed()
                                : " may be of what came back: nothing is taken back by it. Its rows would be order lines of"
                                        + " a quantity below 0."));
            }
        }
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
