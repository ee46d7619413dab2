package io.osusume.intake.profile;

import io.osusume.intake.profile.RefusalWords.Said;
import io.osusume.tables.Accounts;
import io.osusume.tables.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers who refuse to be contacted: by a flag or a block beside them, by files of their own, which are lists of those who
 * unsubscribed by their name, or by the words of a status or a flag in them, as a CRM has them of its contacts. Of all others they say
 * nothing.
 */
record Refusals(Guesses guesses, InputGuess customers, View view) {
    /** So many of the ids on a list must be those of customers. */
    private static final double KNOWN = 0.5;

    /** A file of those who agreed, by its name. */
    private static final Pattern SUBSCRIBED =
            Pattern.compile("(?<!un)subscri(bed|bers)|opted ?in|opt ?in(s|list)?$|abonnenten|abonn[ée]s");

    private static final String LINE = "inputs.customers.columns.marketing_consent";

    /** Somebody whom a list names. */
    private record Named(TableProfile list, ColumnProfile by, ColumnProfile of) {}

    /** Whether it is asked beside the customers who may be contacted. */
    static boolean asks(ProposedInput customers) {
        return customers.questions().stream().anyMatch(question -> question.contains(LINE));
    }

    /** Whether the line that is asked reads a column already. */
    static boolean reads(ProposedInput customers, ColumnProfile column) {
        return customers.questions().stream()
                .anyMatch(question -> question.contains(LINE)
                        && question.substring(question.indexOf(LINE)).contains(Sql.name(column.name())));
    }

    /** Whether the others may be contacted, with the line that leaves those out who refuse; empty where nothing says so of customers. */
    Optional<String> question() {
        List<Said> own = RefusalWords.of(customers.table()).stream()
                .filter(Said::isPlain)
                .toList();
        List<Named> lists = lists();
        List<Named> agreed = agreed();
        if (customers.has(Customers.MARKETING_CONSENT) || (lists.isEmpty() && own.isEmpty() && agreed.isEmpty())) {
            return Optional.empty();
        }
        List<String> who = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        own.forEach(said -> {
            who.add(said.told());
            conditions.add("NOT " + said.condition(view.own(said.column()).sql()));
        });
        lists.forEach(list -> {
            who.add(told(list.list()));
            conditions.addAll(consents(list));
        });
        agreed.forEach(list -> conditions.add(beside(list) + " IS NOT NULL"));
        String refuse =
                who.isEmpty() ? "" : "These refuse, or are no customers any more: " + String.join("; ", who) + ".\n";
        String others = agreed.isEmpty()
                ? "May the others be contacted?"
                : "Did those agree to be contacted who are in "
                        + agreed.stream().map(list -> list.list().name()).collect(Collectors.joining(", ")) + "?";
        return Optional.of(refuse + others + " Only you know, and the law that holds for you. If so write\n" + LINE
                + " = " + Hocon.value(String.join(" AND ", conditions)));
    }

    /** Files of those who agreed, by their names. */
    private List<Named> agreed() {
        return free(table ->
                SUBSCRIBED.matcher(HeaderNames.plain(table.name())).find() && !UnreadColumns.refuses(table.name()));
    }

    /** Consent as it is said, less who refuses by another file. */
    ProposedColumn less(ProposedColumn said) {
        List<Named> lists = lists();
        return lists.isEmpty()
                ? said
                : said.reading(said.sql() + " AND "
                                + lists.stream()
                                        .flatMap(list -> consents(list).stream())
                                        .collect(Collectors.joining(" AND ")))
                        .noting(Stream.concat(
                                        Stream.of(said.note()).filter(note -> !note.isEmpty()),
                                        lists.stream().map(list -> "less " + told(list.list())))
                                .collect(Collectors.joining("; ")));
    }

    private static String told(TableProfile list) {
        List<Said> said = RefusalWords.of(list);
        return said.isEmpty()
                ? "who is in " + list.name()
                : said.stream().map(Said::told).collect(Collectors.joining("; ")) + " in " + list.name();
    }

    /** A file of companies is one beside the customers where each company is one. */
    private List<Named> lists() {
        return free(table ->
                UnreadColumns.refuses(table.name()) || !RefusalWords.of(table).isEmpty());
    }

    private List<Named> free(Predicate<TableProfile> are) {
        Set<TableProfile> taken = guesses.chosen().values().stream()
                .filter(guess -> !guess.input().equals(Accounts.INPUT.name()))
                .map(InputGuess::table)
                .collect(Collectors.toSet());
        return guesses.tables().stream()
                .filter(table -> !taken.contains(table) && !table.equals(customers.table()))
                .filter(are)
                .flatMap(table -> named(table).stream())
                .toList();
    }

    private List<String> consents(Named named) {
        TableProfile base = customers.table();
        List<Said> said = RefusalWords.of(named.list());
        return said.isEmpty()
                ? List.of(beside(named) + " IS NULL")
                : said.stream()
                        .map(each -> "NOT "
                                + each.condition(view.beside(named.list(), named.of(), base, named.by(), each.column())
                                        .sql()))
                        .toList();
    }

    /** What names somebody on a list; null of who is not on it. */
    private String beside(Named named) {
        return view.beside(named.list(), named.of(), customers.table(), named.by(), named.by())
                .sql();
    }

    /** By their addresses before their ids; each stands once on the list. */
    private Optional<Named> named(TableProfile list) {
        return Stream.of(Helper.EMAIL, Customers.CUSTOMER_ID)
                .flatMap(target -> customers.column(target).stream())
                .flatMap(of -> list.columns().values().stream()
                        .filter(by -> by.isUnique() && of.isEmail() == by.isEmail())
                        .filter(by -> !KeyMatches.isCount(of) || isWritten(of))
                        .filter(by -> isOfThem(
                                KeyMatches.of(by, customers.table(), of).share(), by))
                        .map(by -> new Named(list, by, of)))
                .findFirst();
    }

    /** An address is met by nobody else's; of a list of ids most must be theirs. */
    private static boolean isOfThem(double share, ColumnProfile by) {
        return by.isEmail() ? share > 0 : share >= KNOWN;
    }

    /** Ids with zeros before them are no count. */
    private static boolean isWritten(ColumnProfile ids) {
        return ids.counts().keySet().stream().allMatch(id -> id.strip().startsWith("0"));
    }
}
