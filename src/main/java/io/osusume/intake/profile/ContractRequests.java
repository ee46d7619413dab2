package io.osusume.intake.profile;

import io.osusume.tables.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When customers asked to end contracts of which the status says that they run until the end of their term: what is called
 * cancelled may name that end, which lies ahead. Nobody asked after the row was changed last.
 */
record ContractRequests(InputGuess contracts, View view) {
    private static final Pattern ASKED =
            Pattern.compile("cancel(lation)? (schedule|request)d?( was)? (created|entered|made)( at| on| date)?"
                    + "|cancel(lation)? scheduled (at|on)");
    private static final Pattern CHANGED = Pattern.compile("(last )?(updated|modified|changed)( at| on| date)?|更新日時?");
    /** The share of rows from which on a column tells it of all. */
    private static final double MOST = 0.5;

    private static final Pattern TERM = Pattern.compile(
            "(current|present) (term|period) (start|starts at|started at|start at|start date)|term start");

    /** The same, where the status tells of some that they end. */
    Optional<ProposedColumn> read(ProposedColumn given, ColumnProfile cancelled) {
        List<ColumnProfile> latest = latest();
        List<ColumnProfile> days =
                Stream.concat(Stream.of(cancelled), latest.stream()).toList();
        return leaving().filter(ends -> !latest.isEmpty()).map(ends -> given.reading(
                        "CASE WHEN " + ends + " THEN least(" + time(cancelled, days) + ", " + first(latest, days)
                                + ") ELSE " + time(cancelled, days) + " END")
                .noting(note(latest)));
    }

    /** Where no column tells of cancellations. */
    Optional<ProposedColumn> made() {
        List<ColumnProfile> latest = latest();
        return leaving().filter(ends -> !latest.isEmpty()).map(ends -> ProposedColumn.of(
                        Subscriptions.CANCEL_REQUESTED_AT,
                        "CASE WHEN " + ends + " THEN " + first(latest, latest) + " END",
                        OrdersProposer.GUESS,
                        latest.get(0))
                .noting(note(latest)));
    }

    private Optional<String> leaving() {
        return new ContractStates(contracts, view).are(ContractStates.State.LEAVING);
    }

    private static String note(List<ColumnProfile> latest) {
        return is(latest.get(0), ASKED)
                ? latest.get(0).name() + " tells of what ends with its term"
                : "of what ends with its term the day of the request is not told: "
                        + latest.get(0).name() + " at the latest";
    }

    /**
     * When the request was entered, where that is told of some; and a day until which each was made: of the row's last change,
     * or the start of the term, or of the whole contract.
     */
    private List<ColumnProfile> latest() {
        return Stream.concat(named(ASKED, 0).stream(), until().stream()).toList();
    }

    private Optional<ColumnProfile> until() {
        return named(CHANGED, MOST).or(() -> named(TERM, MOST)).or(() -> contracts.column(Subscriptions.STARTED_AT));
    }

    private Optional<ColumnProfile> named(Pattern name, double filled) {
        return contracts.table().columns().values().stream()
                .filter(c -> c.isTime() && c.filledShare() > filled && is(c, name))
                .findFirst();
    }

    private static boolean is(ColumnProfile column, Pattern name) {
        return name.matcher(HeaderNames.plain(column.name())).matches();
    }

    private String first(List<ColumnProfile> latest, List<ColumnProfile> days) {
        String times = latest.stream().map(day -> time(day, days)).collect(Collectors.joining(", "));
        return latest.size() > 1 ? "coalesce(" + times + ")" : times;
    }

    private String time(ColumnProfile day, List<ColumnProfile> beside) {
        return new ContractEnds(contracts, view).time(day, beside);
    }
}
