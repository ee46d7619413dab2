package io.osusume.intake.profile;

import io.osusume.intake.profile.KeyMatches.KeyMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ids of another table are called there: CategoryID beside a table of CategoryID and CategoryName. */
record NamesOfKeys(Guesses guesses, View view) {
    private static final Pattern NAMES = Pattern.compile(
            "name|title|description|label|text|名|bezeichnung|libelle|nombre|descripcion|nome|denominazione|wgbez");
    /** What is a name before what holds the word: a description is one where there is nothing else. */
    private static final Pattern CALLED_SO = Pattern.compile("(.* )?(name|title|label)");
    /** Say of what a key is that it is one, and not of what. */
    private static final Set<String> NO_WORDS =
            Set.of("id", "code", "key", "number", "name", "type", "order", "product");
    /** Of the ids, how many the other table knows at least. */
    private static final double LEAST_KNOWN = 0.9;

    /**
     * @param name the column of names
     * @param parent the names of what the other table's rows belong to, where a further table has them
     */
    record Found(Ref name, Optional<Ref> parent) {}

    private record Named(KeyMatch match, ColumnProfile name) {}

    /**
     * The first column of names, in the table that has the ids by the same name and is itself called most as they and their owner are: of
     * order_state and customer_state, for the states of orders, the first.
     *
     * @param owner the table in which the ids stand
     */
    Optional<Found> of(ColumnProfile id, TableProfile owner) {
        return names(id, owner).map(named -> {
            TableProfile table = named.match().table();
            Ref name = view.beside(table, id, owner, named.match().key(), named.name());
            Optional<Ref> parent = table.columns().values().stream()
                    .filter(column -> !column.name().equals(named.match().key().name()) && !column.isUnique())
                    .flatMap(column -> names(column, table)
                            .map(above -> view.beside(
                                    above.match().table(),
                                    column,
                                    table,
                                    above.match().key(),
                                    above.name()))
                            .stream())
                    .findFirst();
            return new Found(name, parent);
        });
    }

    private Optional<Named> names(ColumnProfile id, TableProfile owner) {
        return guesses.tables().stream()
                .filter(table -> !table.equals(owner) && !table.equals(view.base()))
                .map(table -> in(table, id))
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(
                                (Named named) -> alike(id, owner, named.match().table()))
                        .thenComparing(
                                named -> HeaderNames.tokens(HeaderNames.plain(
                                                named.match().table().name()))
                                        .size(),
                                Comparator.reverseOrder())
                        .thenComparing(named -> named.match().table().name(), Comparator.reverseOrder()));
    }

    private static Named in(TableProfile table, ColumnProfile id) {
        List<ColumnProfile> keys = table.columns().values().stream()
                .filter(key -> isCalledAs(id, table, key))
                .toList();
        return KeyMatches.keyOf(id, table, keys, LEAST_KNOWN)
                .flatMap(match -> table.columns().values().stream()
                        .filter(column -> column.isText()
                                && column.filledShare() == 1
                                && NAMES.matcher(HeaderNames.plain(column.name()))
                                        .find())
                        .min(Comparator.comparing(column -> !CALLED_SO
                                .matcher(HeaderNames.plain(column.name()))
                                .matches()))
                        .map(name -> new Named(match, name)))
                .orElse(null);
    }

    /** Words of a table's name that are also of the ids', or of their owner's. */
    private static long alike(ColumnProfile id, TableProfile owner, TableProfile table) {
        Set<String> words = Stream.of(id.name(), owner.name())
                .flatMap(name -> HeaderNames.tokens(HeaderNames.plain(name)).stream())
                .map(NamesOfKeys::one)
                .collect(Collectors.toSet());
        return HeaderNames.tokens(HeaderNames.plain(table.name())).stream()
                .filter(word -> words.contains(one(word)))
                .count();
    }

    /** Of several the word for one. */
    private static String one(String word) {
        return word.replaceFirst("(?<=..)s$", "");
    }

    /** By the same name; or by a word of it that the other table is called as well: id_category_default beside category_lang.id_category. */
    private static boolean isCalledAs(ColumnProfile id, TableProfile table, ColumnProfile key) {
        String name = HeaderNames.plain(id.name());
        String other = HeaderNames.plain(key.name());
        String called = HeaderNames.plain(table.name());
        return other.equals(name)
                || HeaderNames.tokens(other).stream()
                        .filter(word -> !NO_WORDS.contains(word))
                        .anyMatch(word -> HeaderNames.tokens(name).contains(word)
                                && HeaderNames.tokens(called).contains(word));
    }
}
