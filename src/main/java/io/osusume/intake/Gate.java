package io.osusume.intake;

import io.osusume.errors.UserException;
import io.osusume.io.Run;
import io.osusume.tables.InputCheck;
import java.util.List;
import java.util.Set;

/** Lets a night on, or stops it before anything is published. */
final class Gate {
    private final Run run;
    private final int rejectedDays;
    private final Set<InputCheck> accepted;

    /**
     * @param rejectedDays how long the rejected rows of a night that stops are kept; 0: they are not
     * @param accepted the checks that a person lets this night pass
     */
    Gate(Run run, int rejectedDays, Set<InputCheck> accepted) {
        this.run = run;
        this.rejectedDays = rejectedDays;
        this.accepted = accepted;
    }

    /**
     * What was let pass, in sentences.
     *
     * @param noticed what looked odd besides: it may say why the data is not fit
     * @throws UserException naming every problem that was not, with one row of each reason and where the rows lie (exit 3)
     */
    List<String> pass(List<InputChecks.Problem> problems, StagedInputs staged, List<String> noticed) {
        run.removeSetAside(rejectedDays);
        List<InputChecks.Problem> stopping =
                problems.stream().filter(p -> !accepted.contains(p.check())).toList();
        if (!stopping.isEmpty()) {
            throw UserException.data(message(stopping, staged, noticed));
        }
        return problems.stream()
                .map(p -> "Let pass by --accept " + p.check() + ": " + p.message())
                .toList();
    }

    private String message(List<InputChecks.Problem> stopping, StagedInputs staged, List<String> noticed) {
        StringBuilder text = new StringBuilder("Nothing was published, because the data is not fit:");
        stopping.forEach(p -> text.append("\n  ").append(p.message()));
        String reasons = RejectSummary.of(staged.rejects());
        text.append(reasons);
        if (!reasons.isEmpty() && rejectedDays > 0) {
            text.append("\n  All rejected rows lie in ")
                    .append(run.setAside(staged.rejects()))
                    .append(" for ")
                    .append(rejectedDays)
                    .append(" days (quality.rejected_days).");
        }
        text.append(IntakeNotes.noticed(noticed));
        String options = String.join(
                " ",
                stopping.stream().map(p -> "--accept " + p.check()).distinct().toList());
        return text.append("\n  If you have looked and it is right for this one night: ")
                .append(options)
                .toString();
    }
}
