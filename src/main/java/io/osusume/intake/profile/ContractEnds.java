package io.osusume.intake.profile;

import io.osusume.intake.profile.ContractStates.State;
import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When contracts ended where no column is named so: lists of contracts tell by a status that one is over, and by another column
 * when it was cancelled. Without it what is over would be read as running.
 */
record ContractEnds(InputGuess contracts, View view) {
    /** A column of cancellations, which are no requests as long as the status or the term do not say otherwise. */
    private static final Pattern CANCELLED = Pattern.compile("cancell?ed.*|cancell?ation date|解約日時?");

    /** The end of a term, which what renews by itself goes on after. */
    private static final Pattern EXPIRES = Pattern.compile("expir|valid until|gültig bis|ablauf|満了");

    /** Contracts that are over by their status, of which no column that is read tells since when; empty where there are none. */
    Optional<String> undated() {
        List<ColumnProfile> days = Stream.of(
                        Subscriptions.ENDED_AT, Subscriptions.CANCEL_REQUESTED_AT, Subscriptions.RENEWS_AT)
                .flatMap(target -> contracts.column(target).stream())
                .toList();
        List<ColumnProfile> read = contracts.has(Subscriptions.ENDED_AT) ? List.of(days.get(0)) : days;
        List<String> over = states().words(State.OVER);
        if (over.isEmpty() || read.isEmpty()) {
            return Optional.empty();
        }
        TableSample sample = contracts.table().sample();
        int status = sample.columns().indexOf(states().status().orElseThrow().name());
        long undated = sample.rows().stream()
                .filter(row -> over.contains(row[status]))
                .filter(row -> read.stream()
                        .allMatch(day ->
                                ColumnProfile.isNothing(row[sample.columns().indexOf(day.name())])))
                .count();
        return undated == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d contracts are over (%s), and %s: they are read as running. Leave them out by where, or map ended_at"
                                + " to a column that tells when.",
                        undated,
                        names(State.OVER),
                        read.stream().map(ColumnProfile::name).collect(Collectors.joining(" and ")) + " "
                                + (read.size() == 1 ? "is" : "are") + " empty there"));
    }

    /** @param remarks takes up what a reader should know */
    Optional<ProposedColumn> column(List<String> remarks) {
        return states().status().isPresent() ? byStatus(remarks) : byCancellation();
    }

    /** Where a column tells of ends, and what the status says to end with its term has none yet. */
    Optional<ProposedColumn> read(ProposedColumn given, ColumnProfile ended) {
        Optional<String> goesOn = new AutoRenewal(contracts, view).goesOn();
        if (goesOn.isPresent()
                && EXPIRES.matcher(HeaderNames.plain(ended.name())).find()) {
            return Optional.of(
                    given.reading("CASE WHEN NOT (" + goesOn.get() + ") THEN " + time(ended, List.of(ended)) + " END")
                            .noting("where it is not renewed by itself"));
        }
        Optional<ColumnProfile> renews = contracts.column(Subscriptions.RENEWS_AT);
        return states().are(State.LEAVING)
                .flatMap(leaving -> renews.map(term -> given.reading("coalesce("
                                + time(ended, List.of(ended, term)) + ", CASE WHEN " + leaving + " THEN "
                                + time(term, List.of(ended, term)) + " END)")
                        .noting(names(State.LEAVING) + " ends with its term")));
    }

    private Optional<ProposedColumn> byStatus(List<String> remarks) {
        List<ColumnProfile> days = Stream.of(Subscriptions.CANCEL_REQUESTED_AT, Subscriptions.RENEWS_AT)
                .flatMap(target -> contracts.column(target).stream())
                .toList();
        Optional<String> over = states().are(State.OVER);
        Optional<String> leaving = leaving().filter(l -> contracts.has(Subscriptions.RENEWS_AT));
        if (over.isPresent() && days.isEmpty()) {
            remarks.add(states().status().orElseThrow().name() + " says of some contracts that they are over ("
                    + names(State.OVER) + "), and no column says since when: they would be read as running. Leave them"
                    + " out by where, or map ended_at.");
        }
        if (days.isEmpty() || (over.isEmpty() && leaving.isEmpty())) {
            return Optional.empty();
        }
        String times = days.stream().map(day -> time(day, days)).collect(Collectors.joining(", "));
        String latest = days.size() > 1 ? "greatest(" + times + ")" : times;
        String sql = "CASE"
                + over.map(is -> " WHEN " + is + " THEN coalesce(" + times + ")")
                        .orElse("")
                + leaving.map(is -> " WHEN " + is + " THEN " + latest).orElse("") + " END";
        String status = states().status().orElseThrow().name();
        return Optional.of(ProposedColumn.of(Subscriptions.ENDED_AT, sql, OrdersProposer.GUESS, days.get(0))
                .noting("where " + status + " says that it is over"
                        + leaving.map(l -> states().words(State.LEAVING).isEmpty()
                                        ? ", and ahead where it is not renewed by itself"
                                        : ", and ahead where it says " + names(State.LEAVING))
                                .orElse("")));
    }

    /** What ends with its term: by its status, or since nothing renews it. */
    private Optional<String> leaving() {
        return Stream.of(states().are(State.LEAVING), new AutoRenewal(contracts, view).ends())
                .flatMap(Optional::stream)
                .reduce((status, flag) -> "(" + status + " OR " + flag + ")");
    }

    private ContractStates states() {
        return new ContractStates(contracts, view);
    }

    private String names(State state) {
        return String.join(", ", states().words(state));
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
