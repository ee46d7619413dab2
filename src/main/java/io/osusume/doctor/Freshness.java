package io.osusume.doctor;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How old the newest row of an input is on the as-of day. */
final class Freshness {
    /** Orders older than this are hardly those of last night. */
    private static final int FRESH_DAYS = 7;

    private final OsusumeConfig config;
    private final LocalDate asOf;

    Freshness(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** Empty where it cannot be told, or where nothing says how old it may be. */
    Optional<Finding> of(TrialResult trial) {
        Optional<LocalDate> newest = trial.newest()
                .map(t -> LocalDate.ofInstant(t, config.run().zone()))
                .map(d -> d.isAfter(asOf) ? asOf : d);
        if (newest.isEmpty() || !trial.whole()) {
            return Optional.empty();
        }
        String about = trial.input().name() + " freshness";
        long lag = ChronoUnit.DAYS.between(newest.get(), asOf);
        Optional<Integer> limit = config.inputs().of(trial.input()).maxLagDays();
        String says = "newest row of " + newest.get() + ", " + lag + " days before the as-of day " + asOf;
        String key = "inputs." + trial.input().name() + ".max_lag_days";
        if (limit.isPresent()) {
            return Optional.of(
                    lag <= limit.get()
                            ? Finding.pass(about, says)
                            : Finding.failData(
                                    about,
                                    says + " (limit " + limit.get() + ")",
                                    "load the missing days, or raise " + key));
        }
        boolean flowing = trial.input().equals(Orders.INPUT);
        return !flowing
                ? Optional.empty()
                : Optional.of(
                        lag <= FRESH_DAYS
                                ? Finding.pass(about, says + "; with " + key + " = 1 a late load stops the night")
                                : Finding.warn(
                                        about, says, "load the missing days, or set run.as_of = " + newest.get()));
    }
}
