package io.osusume.intake.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What ids of another table are called there: CategoryID beside a table of CategoryID and CategoryName. */
record NamesOfKeys(Guesses guesses, InputGuess guess, View view) {
    private static final Pattern NAMES = Pattern.compile("name|title|description|label|名");
    /** Of the ids, how many the other table knows at least. */
    private static final double LEAST_KNOWN = 0.9;

    /** The first column of names, in the first table that has the ids by the same name. */
    Optional<Ref> of(ColumnProfile id) {
        return guesses.tables().stream()
                .filter(table -> !table.equals(guess.table()))
                .map(table -> in(table, id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Ref in(TableProfile table, ColumnProfile id) {
        List<ColumnProfile> keys = table.columns().values().stream()
                .filter(key -> HeaderWords.plain(key.name()).equals(HeaderWords.plain(id.name())))
                .toList();
        return KeyMatches.keyOf(id, table, keys, LEAST_KNOWN)
                .flatMap(match -> table.columns().values().stream()
                        .filter(column -> column.isText()
                                && column.filledShare() == 1
                                && NAMES.matcher(HeaderWords.plain(column.name()))
                                        .find())
                        .findFirst()
                        .map(name -> view.beside(table, id, guess.table(), match.key(), name)))
                .orElse(null);
    }
}
