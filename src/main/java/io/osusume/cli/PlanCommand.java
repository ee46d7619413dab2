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
        SummaryWords words = new SummaryWords(loaded.config().run().language());
        if (!show) {
            PlannedNight planned = new NightRunner(json ? err : out, err).plan(loaded, Goal.NIGHTLY, accepted);
            tell(json ? err : out, words, planned.plan().sources().unseen());
        }
        PlanFolder plans = new Warehouse(
                        Sessions.open(loaded.config().run().zone()),
                        loaded.config().warehouse())
                .plans();
        plans.required();
        if (json) {
            out.print(plans.differenceAsJson());
        } else {
            new DifferenceText(out, loaded.config().run().language()).print(plans.difference(Difference.class));
            out.println(words.say("plan.unpublished"));
        }
        out.flush();
        return ExitCode.PUBLISHED.code();
    }

    /** Of what is read from tables and databases. */
    private static void tell(PrintWriter out, SummaryWords words, List<String> unseen) {
        if (!unseen.isEmpty()) {
            out.println(words.say("plan.unseen", String.join(", ", unseen)));
        }
    }
}
