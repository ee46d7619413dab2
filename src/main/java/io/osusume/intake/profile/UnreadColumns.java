package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns of the files that make nothing: somebody who knows them sees what is missed. */
record UnreadColumns(Proposal proposal) {
    /** Names in one line. */
    private static final int MOST_NAMES = 20;
    /** How well a name fits that may tell consent. */
    private static final double CONSENT = 0.8;

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
                        Stream.of(query.split(" ON | WHERE ")).skip(1))
                .collect(Collectors.joining(" "));
        return query.contains(View.qualified(table, column))
                || Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(column.name()) + "(?![\\p{L}\\p{N}_])")
                        .matcher(made)
                        .find();
    }

    /** Lines on columns that may tell consent, of files whose rows are no customers of the orders. */
    List<String> consents() {
        return proposal.unused().stream()
                .flatMap(table -> table.columns().values().stream()
                        .filter(column -> HeaderWords.known()
                                        .score(Customers.INPUT.name(), Customers.MARKETING_CONSENT, column.name())
                                > CONSENT)
                        .map(column -> "# " + table.name() + " has " + column.name() + " ("
                                + String.join(", ", column.commonest(3))
                                + "), and is not read: nobody's refusal in it is known."))
                .toList();
    }
}
