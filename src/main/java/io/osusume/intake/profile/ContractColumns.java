package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns of contracts that no single column of the file has as they are. */
record ContractColumns(InputGuess guess, View view) {

    /** What a reader should know of them. */
    List<String> remarks() {
        return Stream.of(new ContractStates(guess, view).unknown(), new ContractEnds(guess, view).undated())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is paid at once for a contract, how often, and when it ends or goes on, where the column alone does not tell it. */
    ProposedColumn read(Field field, ProposedColumn column) {
        return switch (field.name()) {
            case Subscriptions.PRICE ->
                new ContractPrices(guess, view).price(column).orElse(column);
            case Subscriptions.BILLING ->
                new ContractPeriods(guess, view).column(column).orElse(column);
            case Subscriptions.ENDED_AT ->
                of(field)
                        .flatMap(c -> new ContractEnds(guess, view).read(column, c))
                        .orElse(column);
            case Subscriptions.CANCEL_REQUESTED_AT ->
                of(field)
                        .flatMap(c -> new ContractRequests(guess, view).read(column, c))
                        .orElse(column);
            case Subscriptions.RENEWS_AT ->
                new RestingRows(guess, view).renews(column).orElse(column);
            case Subscriptions.PAUSED_UNTIL ->
                new RestingRows(guess, view).until().orElse(column);
            default -> column;
        };
    }

    /** What has no column of its own. */
    Optional<ProposedColumn> made(Field field, List<String> remarks) {
        return switch (field.name()) {
            case Subscriptions.SUBSCRIPTION_ID -> new RowNumbers(guess, view).column(field, Subscriptions.STARTED_AT);
            case Subscriptions.PRICE_PER -> new ContractPrices(guess, view).pricePer();
            case Subscriptions.ENDED_AT -> new ContractEnds(guess, view).column(remarks);
            case Subscriptions.CANCEL_REQUESTED_AT -> new ContractRequests(guess, view).made();
            case Subscriptions.PAUSED_UNTIL -> new RestingRows(guess, view).until();
            case Subscriptions.UNPAID_SINCE -> new OwedContracts(guess, view).column();
            case Subscriptions.BILLING ->
                new ContractPeriods(guess, view)
                        .made()
                        .or(() -> ContractPrices.billing(field, guess.column(Subscriptions.PRICE)));
            default -> Optional.empty();
        };
    }

    private Optional<ColumnProfile> of(Field field) {
        return guess.column(field.name());
    }
}
