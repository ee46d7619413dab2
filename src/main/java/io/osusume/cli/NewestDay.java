package io.osusume.cli;

import io.osusume.intake.Staging;
import io.osusume.intake.TrialResult;
import io.osusume.intake.TrialResult.Group;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when a company's files tell what happened, by its orders and contracts, without orders by use as well.
 *
 * @param results what became of the rows, by input
 */
record NewestDay(Map<String, TrialResult> results) {
    /** Of so many lines that are to be expected some would have been sold. */
    private static final double SURELY_SOLD = 20;
    /** A contract is signed so many days before it begins, at most; orders that end earlier are no longer kept. */
    private static final long AHEAD_DAYS = 62;

    Optional<LocalDate> in(ZoneId zone) {
        Optional<Instant> sold = newest(Orders.INPUT);
        Optional<Instant> begun = newest(Subscriptions.INPUT)
                .filter(then -> sold.filter(last -> liesAhead(last, then)).isEmpty());
        Optional<Instant> used = sold.isPresent() ? Optional.empty() : newest(Usage.INPUT);
        return Stream.of(sold, begun, used)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(time -> LocalDate.ofInstant(time, zone));
    }

    /** Whether so much is sold on an ordinary day that something would have been until then, had the files been written then. */
    private boolean liesAhead(Instant sold, Instant begun) {
        Instant first = accepted(Orders.INPUT)
                .flatMap(g -> g.oldest().stream())
                .min(Instant::compareTo)
                .orElse(sold);
        double aDay = (double) accepted(Orders.INPUT).mapToLong(Group::rows).sum()
                / Math.max(1.0, (double) ChronoUnit.DAYS.between(first, sold));
        long ahead = ChronoUnit.DAYS.between(sold, begun);
        return ahead > 0 && ahead <= AHEAD_DAYS && aDay * (double) ahead > SURELY_SOLD;
    }

    private Optional<Instant> newest(Input input) {
        return accepted(input).flatMap(g -> g.newest().stream()).max(Instant::compareTo);
    }

    private Stream<Group> accepted(Input input) {
        return Optional.ofNullable(results.get(input.name())).stream()
                .flatMap(r -> r.groups().stream())
                .filter(g -> g.status().equals(Staging.ACCEPTED));
    }
}
