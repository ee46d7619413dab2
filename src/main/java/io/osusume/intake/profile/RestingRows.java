package io.osusume.intake.profile;

import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Optional;

/** Contracts that rest by their status: until a day, or until somebody takes them up again. */
record RestingRows(InputGuess contracts, View view) {
    /** Nothing is paid before it, and no night that is run today looks so far ahead. */
    private static final String UNTIL_FURTHER = "'2099-12-31'";

    /** Until when, by the column that tells the day of some, where there is one; empty where no status says that any rests. */
    Optional<ProposedColumn> until() {
        return resting().map(rests -> {
            Optional<ColumnProfile> told = contracts.column(Subscriptions.PAUSED_UNTIL);
            Optional<String> day = day();
            boolean text = day.filter(sql -> !sql.startsWith("parse_time(")).isPresent();
            String further = text ? UNTIL_FURTHER : "parse_time(" + UNTIL_FURTHER + ")";
            String sql = "CASE WHEN " + rests + " THEN "
                    + day.map(d -> "coalesce(" + d + ", " + further + ") ELSE " + d)
                            .orElse(further)
                    + " END";
            return ProposedColumn.of(
                            Subscriptions.PAUSED_UNTIL, sql, OrdersProposer.GUESS, told.orElseGet(this::status))
                    .noting("what rests by " + status().name() + (told.isPresent() ? " without a day" : "")
                            + " rests until further notice");
        });
    }

    /** What rests without a day does not renew: nobody talks of its renewal. */
    Optional<ProposedColumn> renews(ProposedColumn given) {
        return resting().map(rests -> given.reading("CASE WHEN NOT coalesce(" + rests
                        + day().map(d -> " AND " + d + " IS NULL").orElse("") + ", false) THEN " + given.sql() + " END")
                .noting("what rests until further notice does not renew"));
    }

    private Optional<String> day() {
        return contracts.column(Subscriptions.PAUSED_UNTIL).map(told -> new ContractEnds(contracts, view)
                .time(told, List.of(told)));
    }

    private Optional<String> resting() {
        return new ContractStates(contracts, view).are(ContractStates.State.RESTS);
    }

    private ColumnProfile status() {
        return new ContractStates(contracts, view).status().orElseThrow();
    }
}
