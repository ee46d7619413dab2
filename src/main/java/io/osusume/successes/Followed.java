package io.osusume.successes;

import io.osusume.config.SuccessesConfig;
import io.osusume.successes.Past.Trial;
import io.osusume.tables.SuccessCases;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The situation in which something was offered to a customer, and what followed.
 *
 * <p>What followed is a year's worth, after less before. After: the {@code horizon_days} from the day of the delivery on. Before: as
 * many days that end {@code gap_days} before it. Contracts count by what they bring a year, those that run on the last day after
 * less those that ran on the day before the delivery; order lines of anything else as their net value × 365 ÷ horizon_days. Lines of
 * what the customer has a contract of are its invoices, and count no second time.
 */
final class Followed implements Serializable {
    private static final double DAYS_OF_A_YEAR = 365;
    private static final int USE_DAYS = 28;

    private final SuccessesConfig config;
    private final int asOfDay;

    Followed(SuccessesConfig config, int asOfDay) {
        this.config = config;
        this.asOfDay = asOfDay;
    }

    /** What the customer had: the plan of the offer's family that ran then, else what was bought, or begun, last before that day. */
    Optional<String> owned(Past past, Trial trial) {
        int before = trial.day() - 1;
        Optional<String> plan = past.contracts.stream()
                .filter(c -> trial.family() != null && trial.family().equals(c.family()) && c.runsOn(before))
                .max(Comparator.comparingInt(Past.Contract::from).thenComparing(Past.Contract::product))
                .map(Past.Contract::product);
        return plan.or(() -> Stream.concat(
                        past.lines.stream().filter(l -> l.value() > 0),
                        past.contracts.stream().map(c -> new Past.Line(c.from(), c.product(), c.perYear())))
                .filter(bought -> bought.day() <= before)
                .max(Comparator.comparingInt(Past.Line::day).thenComparing(Past.Line::product))
                .map(Past.Line::product));
    }

    /** How near the limit of that they were; empty where it has none, or nothing was measured in the 28 days before. */
    Optional<String> useBand(Past past, Trial trial, String owned) {
        double units = past.contracts.stream()
                .filter(c -> c.product().equals(owned) && c.runsOn(trial.day() - 1))
                .mapToDouble(Past.Contract::units)
                .max()
                .orElse(1);
        Double share = null;
        for (Past.Use use : past.uses) { // in the order of days
            boolean recent = use.day() < trial.day() && use.day() >= trial.day() - USE_DAYS;
            if (recent && use.share() != null && use.product().equals(owned)) {
                share = use.summed() && share != null ? Double.valueOf(share + use.share()) : use.share();
            }
        }
        return Optional.ofNullable(share)
                .map(s -> s / units >= config.nearLimit() ? SuccessCases.NEAR_LIMIT : SuccessCases.BELOW);
    }

    /** What the customer brought after it less before, a year; empty where the days before or after are not known as a whole. */
    Optional<Double> gain(Past past, Trial trial) {
        int horizon = config.horizonDays();
        int before = trial.day() - config.gapDays();
        boolean known =
                past.firstDay() != null && past.firstDay() <= before - horizon && trial.day() + horizon - 1 <= asOfDay;
        if (!known) {
            return Optional.empty();
        }
        Set<String> invoiced =
                past.contracts.stream().map(Past.Contract::product).collect(Collectors.toSet());
        double ordered = 0;
        for (Past.Line line : past.lines) {
            boolean after = line.day() >= trial.day() && line.day() < trial.day() + horizon;
            boolean earlier = line.day() < before && line.day() >= before - horizon;
            if (!invoiced.contains(line.product()) && (after || earlier)) {
                ordered += after ? line.value() : -line.value();
            }
        }
        double contracted = perYear(past, trial.day() + horizon - 1) - perYear(past, trial.day() - 1);
        return Optional.of(contracted + ordered * DAYS_OF_A_YEAR / horizon);
    }

    private static double perYear(Past past, int day) {
        return past.contracts.stream()
                .filter(c -> c.runsOn(day))
                .mapToDouble(Past.Contract::perYear)
                .sum();
    }

    /** Whether a contract of it runs tonight; empty where there never was one. */
    Optional<Boolean> running(Past past, String product) {
        return past.contracts.stream()
                .filter(c -> c.product().equals(product))
                .map(c -> c.runsOn(asOfDay))
                .reduce(Boolean::logicalOr);
    }

    /** Whether it was used in the last 28 days; empty where its use is not measured. */
    Optional<Boolean> used(Past past, String product) {
        return past.uses.stream()
                .filter(u -> u.product().equals(product))
                .map(u -> u.day() > asOfDay - USE_DAYS)
                .reduce(Boolean::logicalOr);
    }
}
