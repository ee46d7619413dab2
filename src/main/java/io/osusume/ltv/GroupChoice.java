package io.osusume.ltv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether customers are told apart by their first order ({@code ltv.groups}): the model that was chosen for all is fitted to
 * each group. At most one way is kept, of those with which the window before the last one is likelier by more than
 * {@link #WORTH_A_PARAMETER} for each parameter more, and with which the forecast of the last one errs no more. What is
 * counted so was not fitted to: on average a parameter that tells nothing gains nothing, and by chance hardly ever as much.
 */
final class GroupChoice {
    /** In ln L. */
    private static final double WORTH_A_PARAMETER = 2;

    private final Trials tries;

    GroupChoice(Trials tries) {
        this.tries = tries;
    }

    /**
     * What came of one way.
     *
     * @param groups trials by the place of the group; where a fit did not converge the group stays with the model of all
     * @param parameters more than the model of all has; it counts no more where everybody is of a group
     * @param gain ln L of the window before the last, above that by the model of all
     * @param error mean absolute error over the last window of the customers of the groups, and that of the model of all
     */
    record Way(
            Grouping grouping,
            Map<Integer, ModelTrial> groups,
            int parameters,
            double gain,
            double error,
            double errorOfAll) {
        boolean holds() {
            return score() > 0 && error <= errorOfAll;
        }

        /** The gain, less what the parameters must be worth. */
        double score() {
            return groups.isEmpty() ? Double.NEGATIVE_INFINITY : gain - WORTH_A_PARAMETER * parameters;
        }

        String told(int days) {
            return String.format(
                    Locale.ROOT,
                    "ltv: customers are told apart by the %s of their first order, %d groups, each with a model of its own: the %d"
                            + " days before the last %d are likelier by %.1f (ln L), and the last ones are forecast with an error of"
                            + " %.3f orders a customer, %.3f without. Who is of none of them has the model of all",
                    grouping.by(),
                    groups.size(),
                    days,
                    days,
                    gain,
                    error,
                    errorOfAll);
        }
    }

    /** All ways, the best first; none where the model of all was not tried over both windows. */
    List<Way> of(GroupedWindows windows, ModelTrial all) {
        if (all.earlier() == null) {
            return List.of();
        }
        return windows.groupings().stream()
                .map(grouping -> way(windows, grouping, all))
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .toList();
    }

    private Way way(GroupedWindows windows, Grouping grouping, ModelTrial all) {
        List<double[]> starts = List.of(all.earlier().estimate().logParameters());
        Map<Integer, ModelTrial> groups = new TreeMap<>();
        double gain = 0;
        List<HoldoutError> own = new ArrayList<>();
        List<HoldoutError> ofAll = new ArrayList<>();
        for (int place = 1; place <= grouping.groups().size(); place++) {
            HeldOutWindows group = windows.of(grouping, place);
            ModelTrial trial = tries.of(all.model(), group, starts);
            if (trial.earlier() != null
                    && trial.earlier().estimate().converged()
                    && trial.fit().estimate().converged()) {
                groups.put(place, trial);
                gain += trial.gain() - Trials.gain(all.earlier(), group);
                own.add(trial.decided());
                ofAll.add(HoldoutError.of(
                        group.learned(1), group.days(), h -> all.fit().expected(h, group.days())));
            }
        }
        boolean everybody = own.stream().mapToDouble(HoldoutError::customers).sum()
                == Arrays.stream(windows.all().learned(1))
                        .mapToDouble(row -> row[4])
                        .sum();
        int more = Math.max(0, groups.size() - (everybody ? 1 : 0))
                * all.fit().estimate().dimension();
        return new Way(grouping, groups, more, gain, mae(own), mae(ofAll));
    }

    private static double mae(List<HoldoutError> errors) {
        double customers = errors.stream().mapToDouble(HoldoutError::customers).sum();
        return errors.stream().mapToDouble(e -> e.customers() * e.mae()).sum() / customers;
    }
}
