package io.osusume.intake;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.References.Found;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether inputs speak of the same customers, products and companies.
 *
 * @param shares how many ids of each reference are known, in sentences
 * @param notes references of which too few are, with the line to write
 * @param problem why nothing would be published
 */
public record ReferenceTrial(List<String> shares, List<String> notes, Optional<String> problem) {

    static ReferenceTrial of(StagedInputs staged, OsusumeConfig config) {
        ReferenceChecks checks = new ReferenceChecks(staged, config.inputs(), config.matches());
        List<Found> found = new References(staged).all();
        return new ReferenceTrial(
                checks.counted(found).stream().map(ReferenceTrial::share).toList(),
                checks.notes(found),
                checks.problem(found));
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
