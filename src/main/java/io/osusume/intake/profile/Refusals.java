package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers who refuse to be contacted by files of their own: lists of those who unsubscribed, by the name of the file, or by the words
 * of a status or a flag in it, as a CRM has them of its contacts. Of all others they say nothing.
 */
record Refusals(Guesses guesses, InputGuess customers, View view) {
    private static final Pattern STATUS = Pattern.compile("(subscriber |subscription |member |email )?(status|state)");
    private static final Pattern SAID =
            Pattern.compile("(?i)unsubscribed?|opted[ _-]?out|opt[ _-]?out|abgemeldet|désabonné|配信停止");
    private static final Pattern YES = Pattern.compile("(?i)true|1|1\\.0|y|yes|ja|j|oui|si|x|はい");

    /** So many of the names on a list must be those of customers. */
    private static final double KNOWN = 0.5;

    /** Words of a flag: yes and no. */
    private static final int FLAG = 2;

    private static final String LINE = "inputs.customers.columns.marketing_consent";

    /** Somebody whom a list names. */
    private record Named(TableProfile list, ColumnProfile by, ColumnProfile of) {}

    /** Whether it is asked beside the customers who may be contacted. */
    static boolean asks(ProposedInput customers) {
        return customers.questions().stream().anyMatch(question -> question.contains(LINE));
    }

    /** Whether the others may be contacted, with the line that leaves those out who refuse; empty where no list names customers. */
    Optional<String> question() {
        Set<TableProfile> taken =
                guesses.chosen().values().stream().map(InputGuess::table).collect(Collectors.toSet());
        List<Named> lists = guesses.tables().stream()
                .filter(table -> !taken.contains(table))
                .filter(table ->
                        UnreadColumns.refuses(table.name()) || said(table).isPresent())
                .flatMap(table -> named(table).stream())
                .toList();
        if (customers.has(Customers.MARKETING_CONSENT) || lists.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Who is on "
                + lists.stream().map(list -> list.list().name()).collect(Collectors.joining(", "))
                + " refuses. May the others be contacted? Only you know, and the law that holds for you. If so write\n"
                + LINE
                + " = "
                + Hocon.value(lists.stream().map(this::consents).collect(Collectors.joining(" AND "))));
    }

    private String consents(Named named) {
        TableProfile base = customers.table();
        return said(named.list())
                .map(said -> "NOT coalesce("
                        + view.beside(named.list(), named.of(), base, named.by(), said.column())
                                .sql()
                        + " IN ("
                        + said.words().stream().map(Sql::text).collect(Collectors.joining(", "))
                        + "), false)")
                .orElseGet(() -> view.beside(named.list(), named.of(), base, named.by(), named.by())
                                .sql()
                        + " IS NULL");
    }

    /** Which words of a column refuse. */
    private record Said(ColumnProfile column, List<String> words) {}

    private static Optional<Said> said(TableProfile table) {
        return table.columns().values().stream()
                .flatMap(column -> said(column).stream())
                .findFirst();
    }

    private static Optional<Said> said(ColumnProfile column) {
        String name = HeaderNames.plain(column.name());
        Pattern refuses = STATUS.matcher(name).matches() ? SAID : YES;
        boolean tells = refuses == SAID || (UnreadColumns.refuses(column.name()) && column.distinct() <= FLAG);
        List<String> words = column.counts().keySet().stream()
                .filter(word -> refuses.matcher(word.strip()).matches())
                .sorted()
                .toList();
        return tells && !words.isEmpty() ? Optional.of(new Said(column, words)) : Optional.empty();
    }

    /** By their addresses before their ids; each stands once on the list. */
    private Optional<Named> named(TableProfile list) {
        return Stream.of(Helper.EMAIL, Customers.CUSTOMER_ID)
                .flatMap(target -> customers.column(target).stream())
                .flatMap(of -> list.columns().values().stream()
                        .filter(by -> by.isUnique() && of.isEmail() == by.isEmail())
                        .filter(by -> !KeyMatches.isCount(of))
                        .filter(by -> KeyMatches.of(by, customers.table(), of).share() >= KNOWN)
                        .map(by -> new Named(list, by, of)))
                .findFirst();
    }
}
