package io.osusume.intake.profile;

import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Contracts whose payment is owed where only a status says so: it tells no day, so that each owes since it began. */
record OwedContracts(InputGuess contracts, View view) {
    private static final Pattern OWED = Pattern.compile(
            "(wc )?(past due|unpaid|overdue|in arrears|arrears|delinquent|dunning|in dunning|payment failed|failed payment"
                    + "|payment overdue|in grace|grace period|in grace period|suspended for non ?payment|in mahnung|gemahnt"
                    + "|im zahlungsverzug|zahlungsverzug|en impago|impayee?)|滞納|滞納中|未払い|未納|支払遅延|延滞|延滞中");

    static boolean isOwed(String word) {
        return OWED.matcher(HeaderNames.plain(word)).matches();
    }

    Optional<ProposedColumn> column() {
        Optional<ColumnProfile> status = contracts.column(Helper.STATUS).filter(ColumnProfile::isText);
        Optional<ColumnProfile> started = contracts.column(Subscriptions.STARTED_AT);
        List<String> words = status.stream()
                .flatMap(s -> s.counts().keySet().stream())
                .filter(OwedContracts::isOwed)
                .sorted()
                .toList();
        if (words.isEmpty() || started.isEmpty()) {
            return Optional.empty();
        }
        String sql = "CASE WHEN " + view.own(status.get()).sql() + " IN ("
                + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN "
                + new ContractEnds(contracts, view).time(started.get(), List.of(started.get())) + " END";
        return Optional.of(ProposedColumn.of(Subscriptions.UNPAID_SINCE, sql, OrdersProposer.GUESS, status.get())
                .noting("where " + status.get().name() + " says that it owes; since when is not told"));
    }
}
