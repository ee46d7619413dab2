package io.osusume.intake;

import io.osusume.config.Hocon;
import io.osusume.config.InputsConfig;
import io.osusume.config.MatchesConfig;
import io.osusume.intake.References.Found;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the inputs speak of the same customers, products and companies. */
final class ReferenceChecks {

    private final StagedInputs staged;
    private final InputsConfig inputs;
    private final MatchesConfig config;

    ReferenceChecks(StagedInputs staged, InputsConfig inputs, MatchesConfig config) {
        this.staged = staged;
        this.inputs = inputs;
        this.config = config;
    }

    /** Why nothing may be published: nearly none of the buyers is known, where customers tell whom we may contact. */
    Optional<String> problem(List<Found> found) {
        return buyers(found)
                .filter(f -> f.rowShare() < config.stopBelow()
                        && staged.mapped()
                                .getOrDefault(Customers.INPUT, Set.of())
                                .contains(Customers.MARKETING_CONSENT))
                .map(f -> matches(f) + " Nobody else may be contacted, since customers tell who agreed (limit "
                        + percent(config.stopBelow()) + ", matches.stop_below).");
    }

    /** What a person should know. */
    List<String> notes(List<Found> found) {
        return notes(found, low(found));
    }

    List<String> notes(List<Found> found, Map<Found, String> low) {
        List<String> notes = new ArrayList<>(low.values());
        buyers(found).ifPresent(f -> notes.addAll(new Nobodies(staged, inputs).among(f, lines())));
        return notes;
    }

    /** What is said of references of which too few ids are known. */
    Map<Found, String> low(List<Found> found) {
        Map<Found, String> low = new LinkedHashMap<>();
        Optional<String> problem = problem(found);
        counted(found).stream()
                .filter(f -> Math.min(f.rowShare(), f.idShare()) < config.noteBelow())
                .filter(f -> problem.isEmpty() || !f.reference().equals(Reference.buyers()))
                .forEach(f -> note(f).ifPresent(note -> low.put(f, note)));
        return low;
    }

    /** Why nobody at all can be offered anything; to be said before all else. */
    Optional<String> headline(List<Found> found) {
        long lines = lines();
        if (lines > 0 && buyers(found).isEmpty()) {
            return Optional.of(
                    "No order line names a customer, so orders tell of nobody: map inputs.orders.columns.customer_id"
                            + " to who bought.");
        }
        return buyers(found)
                .filter(f -> f.matchedRows() == 0 && staged.mapped().containsKey(Customers.INPUT))
                .map(f -> String.format(
                        Locale.ROOT,
                        "None of the %,d customers of the orders stands in customers, so what these say of consent, owners and"
                                + " companies holds for none of them.",
                        f.ids()));
    }

    /** Those whose input is there. */
    List<Found> counted(List<Found> found) {
        return found.stream()
                .filter(f -> staged.mapped().containsKey(f.reference().to()))
                .toList();
    }

    private static Optional<Found> buyers(List<Found> found) {
        return found.stream()
                .filter(f -> f.reference().equals(Reference.buyers()) && f.rows() > 0)
                .findFirst();
    }

    /** Of a loose reference only what is plainly wrong: others match when they are written otherwise, or none does. */
    private Optional<String> note(Found f) {
        Optional<String> mend = mend(f);
        return f.reference().isLoose() && mend.isEmpty() && f.matchedIds() > 0
                ? Optional.empty()
                : Optional.of(counted(f) + mend.orElse(f.matchedIds() == 0 ? other(f.reference()) : ""));
    }

    private String other(Reference r) {
        return " Does another column hold the ids of " + staged.places(r) + "? " + key(r.from(), r.column()) + " = "
                + Hocon.quoted(mapped(r.from(), r.column())) + " does not.";
    }

    private String matches(Found f) {
        return counted(f) + mend(f).orElse("");
    }

    private String counted(Found f) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d ids (%s) and %,d of %,d rows (%s) stand in %s.",
                f.reference().name(),
                f.matchedIds(),
                f.ids(),
                percent(f.idShare()),
                f.matchedRows(),
                f.rows(),
                percent(f.rowShare()),
                staged.places(f.reference()));
    }

    /** What would make more of them match, and the lines to write. */
    private Optional<String> mend(Found f) {
        Reference r = f.reference();
        return IdForms.best(staged.accepted(r.from()).select(r.column()), staged.ids(r), f.matchedIds())
                .map(fit -> String.format(
                                Locale.ROOT,
                                " %,d of %,d match %s:",
                                fit.matched(),
                                f.ids(),
                                fit.form().words())
                        + (fit.changesFirst() ? line(r.from(), r.column(), fit.form()) : "")
                        + (fit.changesSecond() ? line(r.to(), r.column(), fit.form()) : ""));
    }

    private String line(Input input, String column, IdForm form) {
        return " write " + key(input, column) + " = " + Hocon.quoted(form.sql(mapped(input, column))) + ".";
    }

    private static String key(Input input, String column) {
        return "inputs." + input.name() + ".columns." + column;
    }

    private String mapped(Input input, String column) {
        return inputs.of(input).columns().getOrDefault(column, column);
    }

    private long lines() {
        return Optional.ofNullable(staged.counts().get(Orders.INPUT))
                .map(InputCounts::accepted)
                .orElse(0L);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
