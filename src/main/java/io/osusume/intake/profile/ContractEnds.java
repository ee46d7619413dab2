package io.osusume.intake.profile;

import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When contracts ended where no column is named so: lists of contracts tell by a status that one is over, and by another column
 * when it was cancelled. Without it what is over would be read as running.
 */
record ContractEnds(InputGuess contracts, View view) {
    private static final Pattern OVER = Pattern.compile(
            "(wc )?(cancelled|canceled|expired|ended|terminated|churned|lapsed"
                    + "|closed|finished|inactive|deactivated|incomplete expired|incompleteexpired)|解約|解約済み?|解約完了|終了|退会|退会済み?|満了|失効");
    /** A column of cancellations, which are no requests as long as the status or the term do not say otherwise. */
    private static final Pattern CANCELLED = Pattern.compile("cancell?ed.*|cancell?ation date|解約日時?");

    private static final Pattern RUNS = Pattern.compile(
            "(wc )?(active|running|live|current|valid|ok|open|enabled|in force|renewed|paid|non renewing|pending cancel|1|true|yes"
                    + "|trialing|trial|in trial|aktiv|laufend|actif|activo|vigente|attivo)|有効|契約中|利用中|継続|継続中|アクティブ");
    private static final int NAMED = 5;
    /** More words are no status. */
    private static final int MOST = 20;

    /** Words of a status that are neither of what runs nor of what is over: such contracts are read as running. */
    Optional<String> unknown() {
        List<String> words =
                contracts.column(Helper.STATUS).filter(status -> status.isText() && status.distinct() <= MOST).stream()
                        .flatMap(status -> status.commonest(status.distinct()).stream())
                        .filter(word -> !OwedContracts.isOwed(word))
                        .filter(word -> Stream.of(OVER, RUNS).noneMatch(known -> known.matcher(HeaderNames.plain(word))
                                .matches()))
                        .limit(NAMED)
                        .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of("Contracts of these words in "
                        + contracts.column(Helper.STATUS).orElseThrow().name()
                        + " are read as running: " + String.join(", ", words)
                        + ". Leave out by where what is no contract, and map paused_until of what rests.");
    }

    /** @param remarks takes up what a reader should know */
    Optional<ProposedColumn> column(List<String> remarks) {
        Optional<ColumnProfile> status = contracts.column(Helper.STATUS);
        return status.isPresent() ? byStatus(status.get(), remarks) : byCancellation();
    }

    private Optional<ProposedColumn> byStatus(ColumnProfile status, List<String> remarks) {
        List<String> over = status.counts().keySet().stream()
                .filter(word -> OVER.matcher(HeaderNames.plain(word)).matches())
                .sorted()
                .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnProfile> days = Stream.of(Subscriptions.CANCEL_REQUESTED_AT, Subscriptions.RENEWS_AT)
                .flatMap(target -> contracts.column(target).stream())
                .toList();
        if (days.isEmpty()) {
            remarks.add(status.name() + " says of some contracts that they are over (" + String.join(", ", over)
                    + "), and no column says since when: they would be read as running. Leave them out by where, or map"
                    + " ended_at.");
            return Optional.empty();
        }
        String sql = "CASE WHEN " + view.own(status).sql() + " IN ("
                + over.stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN coalesce("
                + days.stream().map(day -> time(day, days)).collect(Collectors.joining(", ")) + ") END";
        return Optional.of(ProposedColumn.of(Subscriptions.ENDED_AT, sql, OrdersProposer.GUESS, days.get(0))
                .noting("where " + status.name() + " says that it is over"));
    }

    /** At the end of the term that was paid, where there is one. */
    private Optional<ProposedColumn> byCancellation() {
        Optional<ColumnProfile> renews = contracts.column(Subscriptions.RENEWS_AT);
        return contracts
                .column(Subscriptions.CANCEL_REQUESTED_AT)
                .filter(c -> CANCELLED.matcher(HeaderNames.plain(c.name())).matches())
                .map(cancelled -> {
                    List<ColumnProfile> days =
                            Stream.concat(Stream.of(cancelled), renews.stream()).toList();
                    String day = time(cancelled, days);
                    String sql = renews.map(r -> time(r, days))
                            .map(term -> "CASE WHEN " + term + " > " + day + " THEN " + term + " ELSE " + day + " END")
                            .orElse(day);
                    return ProposedColumn.of(Subscriptions.ENDED_AT, sql, OrdersProposer.GUESS, cancelled)
                            .noting("what was cancelled ends" + (renews.isPresent() ? " with its term" : " then"));
                });
    }

    /** All in one type: as they are written where that tells which is later, else as times. */
    String time(ColumnProfile day, List<ColumnProfile> beside) {
        boolean plain = beside.stream()
                .allMatch(c -> c.isTime() && c.times().stream().allMatch(t -> t.order() == TimeShape.Order.ISO));
        String dated = Sql.dated(view.own(day).sql(), day);
        String sql = view.base().sample().format().equals("csv") && day.filledShare() < 1
                ? "nullif(" + dated + ", '')"
                : dated;
        return plain ? sql : Sql.parsedTime(sql, day.times(), "");
    }
}
