package io.osusume.cli;

import io.osusume.changes.Difference;
import io.osusume.config.ConfigLoader;
import io.osusume.errors.ExitCode;
import io.osusume.io.PlanFolder;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.pipeline.Goal;
import io.osusume.pipeline.PlannedNight;
import io.osusume.tables.InputCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume plan}: a whole night that publishes nothing, and what it would change. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Carries out a whole night, publishes nothing, and prints what it would change of the published night (of the"
                        + " same day, else the newest before). The warehouse keeps it as its plan, in the place of the one before;"
                        + " scripts/osusume apply publishes it. With --set it tells what a change of settings would do.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:planned, or shown",
            "2:configuration or usage",
            "3:data quality or freshness; the plan before stays",
            "4:another run holds the lock"
        })
final class PlanCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the difference as one JSON object, and progress to standard error.")
    private boolean json;

    @Option(names = "--show", description = "Prints the difference of the plan that waits; carries out nothing.")
    private boolean show;

    @Mixin
    private CommonOptions options;

    @Mixin
    private AcceptOptions passed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<InputCheck> accepted = passed.checks();
        ConfigLoader.Loaded loaded = options.load();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!show) {
            PlannedNight planned = new NightRunner(json ? err : out, err).plan(loaded, Goal.NIGHTLY, accepted);
            tell(json ? err : out, planned.plan().sources().unseen());
        }
        PlanFolder plans = new Warehouse(
                        Sessions.open(loaded.config().run().zone()),
                        loaded.config().warehouse())
                .plans();
        plans.required();
        if (json) {
            out.print(plans.differenceAsJson());
        } else {
            new DifferenceText(out).print(plans.difference(Difference.class));
            out.println("Nothing was published. To publish exactly this: scripts/osusume apply with the same options.");
        }
        out.flush();
        return ExitCode.PUBLISHED.code();
    }

    /** Of what is read from tables and databases. */
    static void tell(PrintWriter out, List<String> unseen) {
        if (!unseen.isEmpty()) {
            out.println("Whether these change between plan and apply cannot be seen, they lie in no files: "
                    + String.join(", ", unseen));
        }
    }
}
