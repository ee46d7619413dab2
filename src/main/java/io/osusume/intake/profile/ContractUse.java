package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose use of what it is, where that stands in the contract. */
record ContractUse(Guesses guesses, InputGuess guess, View view, List<ColumnProfile> measures) {
    /** What a row without an amount counts for. */
    static final String EACH_ROW = "1";

    private static final double KNOWN = 0.3;

    ContractUse(Guesses guesses, InputGuess guess, View view) {
        this(guesses, guess, view, guess.has(Usage.METRIC) || guess.has(Usage.AMOUNT) ? List.of() : Measures.of(guess));
    }

    /** Whether a column holds the ids of contracts, not what else they are called by. */
    static boolean isById(Guesses guesses, InputGuess.Match match) {
        return guesses.of(Subscriptions.INPUT)
                .filter(contracts -> KeyMatches.keyOf(match.column(), contracts.table(), KNOWN)
                        .filter(m -> contracts
                                .column(Subscriptions.SUBSCRIPTION_ID)
                                .filter(id -> !id.name().equals(m.key().name()))
                                .isPresent())
                        .isPresent())
                .isEmpty();
    }

    Optional<ProposedColumn> column(Field field) {
        if (measures.size() > 1
                && (field.name().equals(Usage.METRIC) || field.name().equals(Usage.AMOUNT))) {
            return Optional.of(ofSeveral(field));
        }
        if (field.name().equals(Usage.METRIC)) {
            String measured = guess.column(Usage.AMOUNT)
                    .map(ColumnProfile::name)
                    .orElse(guess.table().name());
            return Optional.of(ProposedColumn.constant(
                    field.name(), Sql.text(Measures.metric(measured)), "one metric: " + measured));
        }
        if (field.name().equals(Usage.AMOUNT)) {
            return Optional.of(ProposedColumn.constant(field.name(), EACH_ROW, "each row is one"));
        }
        Optional<InputGuess> contracts = guesses.of(Subscriptions.INPUT);
        Optional<ColumnProfile> own = guess.column(Helper.SUBSCRIPTION_ID);
        if (contracts.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        TableProfile table = contracts.get().table();
        Optional<ColumnProfile> wanted = contracts.get().column(field.name());
        return wanted.flatMap(w -> KeyMatches.keyOf(own.get(), table, KNOWN)
                .map(m -> ProposedColumn.of(
                        field.name(),
                        view.beside(table, own.get(), guess.table(), m.key(), w).sql(),
                        0.85,
                        w)));
    }

    /** A metric a column: a row for each. */
    private ProposedColumn ofSeveral(Field field) {
        List<ColumnProfile> alike = Measures.alike(measures);
        Map<ColumnProfile, String> names = new LinkedHashMap<>();
        alike.forEach(m -> names.put(m, Measures.metric(m.name())));
        List<String> made = view.apart(names);
        return field.name().equals(Usage.METRIC)
                ? new ProposedColumn(
                        field.name(), made.get(0), 0.6, List.copyOf(names.values()), "each is a column, and a row here")
                : ProposedColumn.of(field.name(), Sql.number(made.get(1), alike.get(0)), 0.7, alike.get(0));
    }
}
