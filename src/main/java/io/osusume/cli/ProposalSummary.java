package io.osusume.cli;

import io.osusume.intake.profile.Findings;
import io.osusume.intake.profile.Proposal;
import io.osusume.intake.profile.ProposedColumn;
import io.osusume.intake.profile.ProposedInput;
import io.osusume.tables.Customers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What was proposed, in a few lines, and what to do next. */
final class ProposalSummary {
    /** Below this a column is to be looked at. */
    private static final double SURE = 0.7;

    private final PrintWriter out;

    ProposalSummary(PrintWriter out) {
        this.out = out;
    }

    void print(Proposal proposal, Findings findings, Path file) {
        for (ProposedInput input : proposal.inputs()) {
            out.println(input.input().name() + ": "
                    + input.from().stream().map(t -> t.sample().path()).collect(Collectors.joining(", ")));
            findings.remarks().getOrDefault(input.input().name(), List.of()).forEach(r -> out.println("  " + r));
            String unsure = input.columns().stream()
                    .filter(c -> c.sure() < SURE)
                    .map(ProposedColumn::target)
                    .collect(Collectors.joining(", "));
            if (!unsure.isEmpty()) {
                out.println("  look at: " + unsure);
            }
        }
        proposal.unused().forEach(t -> out.println("no input: " + t.sample().path() + proposal.why(t)));
        proposal.strange().forEach(f -> out.println("no table: " + f));
        out.println();
        boolean asked = proposal.input(Customers.INPUT)
                .flatMap(c -> c.column(Customers.MARKETING_CONSENT))
                .isEmpty();
        out.println("Written: " + file + ". Answer what begins with \"# ?\"" + (asked ? ", consent above all" : "")
                + "; then");
        out.println("  scripts/osusume doctor --conf " + file);
        out.println("  scripts/osusume nightly --conf " + file);
    }
}
