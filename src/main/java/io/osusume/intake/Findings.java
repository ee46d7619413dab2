package io.osusume.intake;

import io.osusume.config.InputsConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.io.Manifest;
import io.osusume.tables.InputCheck;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the accepted rows of all inputs come to when they are held together, before anything is reckoned from them. */
final class Findings {
    private final InputsConfig inputs;
    private final OrderStatuses statuses;
    private final OrderNumbers numbers;
    private final ReferenceChecks references;
    private final List<String> conflicts;
    private final List<References.Found> found;

    /** What is counted in scans of their own, which know nothing of each other. */
    record Scans(OrderStatuses statuses, OrderNumbers numbers, List<References.Found> references) {}

    Findings(StagedInputs staged, OsusumeConfig config, Scans scans) {
        inputs = config.inputs();
        statuses = scans.statuses();
        numbers = scans.numbers();
        references = new ReferenceChecks(staged, config.inputs(), config.matches());
        conflicts = new KeyConflicts(staged).notes();
        found = scans.references();
    }

    /** Why nothing may be published. */
    List<InputChecks.Problem> problems() {
        List<InputChecks.Problem> problems = new ArrayList<>();
        statuses.problem().ifPresent(m -> problems.add(new InputChecks.Problem(InputCheck.STATUSES, m)));
        references.problem(found).ifPresent(m -> problems.add(new InputChecks.Problem(InputCheck.MATCHES, m)));
        return problems;
    }

    /** What may say why the data is not fit: what reading noticed, and rows of one key that contradict each other. */
    List<String> noticed(List<String> reading) {
        List<String> noticed = new ArrayList<>(conflicts);
        noticed.addAll(reading);
        return noticed;
    }

    /** What a person should know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(IntakeNotes.ignored(inputs));
        notes.addAll(references.notes(found));
        notes.addAll(conflicts);
        notes.addAll(numbers.notes(inputs.of(Orders.INPUT)));
        notes.addAll(statuses.notes());
        return notes;
    }

    /** Why nobody can be offered anything. */
    Optional<String> headline() {
        return references.headline(found);
    }

    /** By column, of the references whose input is there. */
    Map<String, Manifest.Match> matches() {
        Map<String, Manifest.Match> matches = new LinkedHashMap<>();
        references
                .counted(found)
                .forEach(f -> matches.put(
                        f.reference().name(),
                        new Manifest.Match(
                                f.reference().to().name(), f.rows(), f.matchedRows(), f.ids(), f.matchedIds())));
        return matches;
    }

    /** Order lines as they are netted: each number one order. */
    Dataset<Row> orders(Dataset<Row> accepted) {
        return numbers.takenApart(accepted);
    }

    /** How many lines take something back or away. */
    OrderLines.Backward backward() {
        return new OrderLines.Backward(statuses.returned(), statuses.adjusting(), numbers.minus());
    }
}
