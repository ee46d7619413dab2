package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns of the files that make nothing: somebody who knows them sees what is missed. */
record UnreadColumns(Proposal proposal) {
    /** Names in one line. */
    private static final int MOST_NAMES = 20;
    /** More are texts. */
    private static final int FEW_WORDS = 100;

    private static final Pattern MAILED = Pattern.compile(
            "(newsletter|mailing|e ?mail|subscriber|subscription) (status|state)|(is )?subscribed|bounced");
    /** Lists of who is mailed, or cannot be. */
    private static final Pattern MAILING = Pattern.compile("newsletter|mailing|subscriber|(cleaned|bounced).*member");

    private static final Pattern ACTIVE =
            Pattern.compile("(is )?(active|enabled|inactive|disabled|blocked|locked|closed|deleted)");

    /** How well a name fits that may tell consent. */
    private static final double CONSENT = 0.8;

    private static final Pattern REFUSAL = Pattern.compile(
            "opt ?out|opted out|unsubscri|bl(o|a)ck ?list|do ?not ?(contact|mail|email|call|market)|\\bno (e ?mails?|mails?|calls?|marketing|ads)\\b"
                    + "|suppression|(cleaned|bounced) (emails?|segment|audience|members|contacts|address(es)?)|robinson|werbe ?(sperre|widerspr)|widerspruch|widersprueche|marketing .*ok$|désabonn|baja|配信停止|拒否");

    /** Their names, of the files of one input; empty where all are read. */
    Optional<String> of(ProposedInput proposed) {
        List<String> names = proposed.from().stream()
                .flatMap(table -> table.columns().values().stream()
                        .filter(column -> !column.isEmpty()
                                && !column.name().isBlank()
                                && proposal.inputs().stream()
                                        .filter(i -> i.from().contains(table))
                                        .noneMatch(i -> reads(i, table, column))))
                .map(ColumnProfile::name)
                .distinct()
                .toList();
        String more = names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", names.stream().limit(MOST_NAMES).toList()) + more);
    }

    private static boolean reads(ProposedInput input, TableProfile table, ColumnProfile column) {
        String query = input.query().orElse("");
        String made = Stream.concat(
                        input.columns().stream().map(ProposedColumn::sql),
                        Stream.of(query.split(" ON | WHERE | stack\\(")).skip(isNamed(input) ? 0 : 1))
                .collect(Collectors.joining(" "));
        return query.contains(View.qualified(table, column))
                || Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(column.name()) + "(?![\\p{L}\\p{N}_])")
                        .matcher(made)
                        .find();
    }

    /** Whether the query itself makes the columns by their names. */
    private static boolean isNamed(ProposedInput input) {
        return input.columns().stream().allMatch(column -> column.sql().equals(Sql.name(column.target())));
    }

    /** Lines on columns, and whole files, that may tell who consents or refuses, and are not read. */
    List<String> consents() {
        return Stream.of(
                        refusals().stream(),
                        proposal.input(Customers.INPUT).stream()
                                .flatMap(customers -> customers.from().stream().map(table -> unasked(customers, table)))
                                .flatMap(table -> telling(table)
                                        .map(column -> "# The customers have " + column + ": whose refusal is that? Map"
                                                + " inputs.customers.columns.marketing_consent.")),
                        proposal.input(Customers.INPUT).stream()
                                .flatMap(customers -> customers.from().stream())
                                .flatMap(table -> table.columns().values().stream())
                                .filter(column -> column.isFlag()
                                        && column.distinct() > 1
                                        && ACTIVE.matcher(HeaderNames.plain(column.name()))
                                                .matches())
                                .map(column -> "# The customers have " + said(column)
                                        + ": who is no customer any more is offered to all the same, unless"
                                        + " inputs.customers.columns.marketing_consent says false."))
                .flatMap(lines -> lines)
                .toList();
    }

    /** The words as they stand: a "no" before others is no number here. */
    static boolean refuses(String name) {
        String words = name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return REFUSAL.matcher(words.replaceAll("[^\\p{L}\\p{N}]+", " ")).find();
    }

    /** Lines on events that say who refuses, and on whole files that may, and are not read so. */
    List<String> refusals() {
        return Stream.of(
                        proposal.inputs().stream()
                                .flatMap(UnreadColumns::refusing)
                                .distinct(),
                        proposal.unused().stream()
                                .filter(table -> refuses(table.name()))
                                .map(table -> "# " + table.name() + " ("
                                        + String.join(", ", table.columns().keySet())
                                        + ") may say who refuses, and is not read: leave those customers out."),
                        proposal.unused().stream()
                                .filter(table -> !refuses(table.name()))
                                .flatMap(table -> telling(table)
                                        .map(column -> "# " + table.name() + " has " + column
                                                + ", and is not read: nobody's refusal in it" + " is known.")))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What events say of who refuses, in words. */
    private static Stream<String> refusing(ProposedInput input) {
        return input.from().stream().flatMap(table -> table.columns().values().stream()
                .filter(column ->
                        column.distinct() <= FEW_WORDS && column.number().isEmpty())
                .flatMap(column -> column.counts().keySet().stream()
                        .filter(UnreadColumns::refuses)
                        .filter(word ->
                                !column.name().equals(word) && !input.input().equals(Customers.INPUT))
                        .map(word -> "# " + table.name() + " has \"" + word + "\" in " + column.name()
                                + ", and is not read as a refusal: leave those customers out.")));
    }

    private static Stream<String> telling(TableProfile table) {
        return table.columns().values().stream()
                .filter(column -> !column.isEmpty() && !column.isEmail())
                .filter(column -> refuses(column.name())
                        || (MAILING.matcher(table.name()).find()
                                && MAILED.matcher(HeaderNames.plain(column.name()))
                                        .matches())
                        || HeaderWords.known().score(Customers.INPUT.name(), Customers.MARKETING_CONSENT, column.name())
                                > CONSENT)
                .map(UnreadColumns::said);
    }

    /** The columns of which nothing is asked yet. */
    private static TableProfile unasked(ProposedInput customers, TableProfile table) {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>(table.columns());
        columns.values().removeIf(column -> Refusals.reads(customers, column));
        return new TableProfile(table.sample(), columns);
    }

    private static String said(ColumnProfile column) {
        return column.name() + " (" + String.join(", ", column.commonest(3)) + ")";
    }
}
