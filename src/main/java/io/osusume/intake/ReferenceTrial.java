package io.osusume.intake;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.References.Found;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether inputs speak of the same customers, products and companies.
 *
 * @param shares how many ids of each reference are known, in sentences
 * @param strangers references of which not one of many is, with the line to look at: those rows would be of nobody
 * @param notes references of which too few are, with the line to write
 * @param problem why nothing would be published
 */
public record ReferenceTrial(
        List<String> shares, List<String> strangers, List<String> notes, Optional<String> problem) {

    /** So many ids are met by chance once, if they are right. */
    private static final int MANY = 20;

    static ReferenceTrial of(StagedInputs staged, OsusumeConfig config) {
        ReferenceChecks checks = new ReferenceChecks(staged, config.inputs(), config.matches());
        List<Found> found = new References(staged).all();
        Optional<String> problem = checks.problem(found);
        Map<Found, String> low = checks.low(found);
        List<String> strangers = low.entrySet().stream()
                .filter(e -> e.getKey().matchedIds() == 0 && e.getKey().ids() >= MANY)
                .map(Map.Entry::getValue)
                .toList();
        return new ReferenceTrial(
                checks.counted(found).stream()
                        .filter(f -> !low.containsKey(f)
                                && (problem.isEmpty() || !f.reference().equals(Reference.buyers())))
                        .map(ReferenceTrial::share)
                        .toList(),
                strangers,
                checks.notes(found, low).stream()
                        .filter(n -> !strangers.contains(n))
                        .toList(),
                problem);
    }

    private static String share(Found f) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d ids are in %s",
                f.reference().name(),
                f.matchedIds(),
                f.ids(),
                f.reference().to().name());
    }
}
