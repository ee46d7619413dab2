package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.Optional;

/** Whose use of what it is, where that stands in the contract. */
record ContractUse(Guesses guesses, InputGuess guess, View view) {
    /** What a row without an amount counts for. */
    static final String EACH_ROW = "1";

    private static final double KNOWN = 0.3;

    Optional<ProposedColumn> column(Field field) {
        if (field.name().equals(Usage.METRIC)) {
            String measured = guess.column(Usage.AMOUNT)
                    .map(ColumnProfile::name)
                    .orElse(guess.table().name());
            return Optional.of(ProposedColumn.constant(
                    field.name(), Sql.text(HeaderNames.plain(measured).replace(' ', '_')), "one metric: " + measured));
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
}
