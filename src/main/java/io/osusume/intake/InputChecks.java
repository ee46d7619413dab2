package io.osusume.intake;

import io.osusume.config.InputConfig;
import io.osusume.config.QualityConfig;
import io.osusume.tables.Input;
import io.osusume.tables.InputCheck;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the inputs are complete, clean and fresh enough to publish from. */
public final class InputChecks {
    private final QualityConfig config;
    private final Input needed;
    private final LocalDate asOf;
    private final ZoneId zone;

    /** @param needed the input without whose rows nothing can be offered */
    public InputChecks(QualityConfig config, Input needed, LocalDate asOf, ZoneId zone) {
        this.config = config;
        this.needed = needed;
        this.asOf = asOf;
        this.zone = zone;
    }

    /**
     * What makes an input unfit.
     *
     * @param check by whose name a person may let one night pass it
     * @param message names the input, the figures and the fix, in a sentence
     */
    record Problem(InputCheck check, String message) {}

    /**
     * What makes an input unfit, in sentences that name it, the figures and the fix; empty when it is fit.
     *
     * @param earlierAccepted how many rows the newest earlier run accepted, if there was one
     */
    public List<Problem> problems(InputCounts counts, InputConfig input, OptionalLong earlierAccepted) {
        List<Problem> problems = new ArrayList<>();
        if (counts.rows() == 0) {
            problems.add(new Problem(
                    InputCheck.EMPTY,
                    "it is empty. Check inputs." + counts.input()
                            + ".path and .where, or unset the path if there is no such data"));
        } else if (counts.accepted() == 0 && counts.input().equals(needed.name())) {
            problems.add(new Problem(
                    InputCheck.NO_ORDERS,
                    "no row lies on or before the as-of date " + asOf + " and is valid (" + counts.rejected()
                            + " rejected, " + counts.afterAsOf()
                            + " after the as-of date). Choose a later --as-of, or mend the mapping"));
        }
        if (counts.rejectRate() > config.maxRejectRate()) {
            problems.add(new Problem(
                    InputCheck.REJECTS,
                    String.format(
                            Locale.ROOT,
                            "%d of %d rows were rejected (%.1f %%, limit %.1f %%). Mend the rows or the mapping; the reasons are"
                                    + " listed above; quality.max_reject_rate is the limit",
                            counts.rejected(),
                            counts.accepted() + counts.rejected(),
                            100 * counts.rejectRate(),
                            100 * config.maxRejectRate())));
        }
        stale(counts, input).ifPresent(m -> problems.add(new Problem(InputCheck.STALE, m)));
        shrunk(counts, earlierAccepted).ifPresent(m -> problems.add(new Problem(InputCheck.VOLUME, m)));
        return problems.stream()
                .map(p -> new Problem(p.check(), "inputs." + counts.input() + ": " + p.message() + "."))
                .toList();
    }

    private Optional<String> stale(InputCounts counts, InputConfig input) {
        if (input.maxLagDays().isEmpty() || counts.newest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate newest = LocalDate.ofInstant(counts.newest().get(), zone);
        long lag = ChronoUnit.DAYS.between(newest, asOf);
        return lag <= input.maxLagDays().get()
                ? Optional.empty()
                : Optional.of("its newest row is of " + newest + ", " + lag + " days before the as-of date " + asOf
                        + " (limit " + input.maxLagDays().get() + "). Load the missing days, or raise inputs."
                        + counts.input() + ".max_lag_days");
    }

    private Optional<String> shrunk(InputCounts counts, OptionalLong earlier) {
        return earlier.isEmpty() || counts.accepted() >= config.minVolumeRatio() * earlier.getAsLong()
                ? Optional.empty()
                : Optional.of("it has " + counts.accepted() + " accepted rows, the run before had "
                        + earlier.getAsLong() + ". Load the rest, or lower quality.min_volume_ratio ("
                        + config.minVolumeRatio() + ")");
    }
}
