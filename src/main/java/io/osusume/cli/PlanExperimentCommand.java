package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RunConfig;
import io.osusume.effects.ExperimentPlan;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.pipeline.PlanPipeline;
import io.osusume.pipeline.RunRequest;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume plan-experiment}: how many customers and nights a control share needs, before its first night. */
@Command(
        name = "plan-experiment",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Tells from the company's own orders how many customers and nights a verdict on the offers takes, for"
                        + " several control shares, and what it costs in offers not made. Publishes nothing.")
final class PlanExperimentCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Option(
            names = "--uplift",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "The effect to be seen: how many more customers order, 0.2 for a fifth more.")
    private double uplift;

    @Option(
            names = "--eligible",
            defaultValue = "1",
            paramLabel = "SHARE",
            description = "Share of the customers who are offered something at all.")
    private double eligible;

    @Option(
            names = "--within",
            defaultValue = "60",
            paramLabel = "NIGHTS",
            description = "Nights until each of them was offered something once.")
    private int within;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        require(uplift > 0 && uplift <= 100, "--uplift " + uplift + ": must be above 0 and at most 100");
        require(eligible > 0 && eligible <= 1, "--eligible " + eligible + ": must be above 0 and at most 1");
        require(within >= 1 && within <= 3660, "--within " + within + ": must be between 1 and 3660");
        ConfigLoader.Loaded loaded = options.load();
        Clock clock = Clock.systemUTC();
        RunConfig run = loaded.config().run();
        LocalDate asOf = run.asOf()
                .orElseGet(() -> LocalDate.now(clock.withZone(run.zone())).minusDays(1));
        PrintWriter out = spec.commandLine().getOut();
        RunRequest night = new RunRequest(asOf, Set.of(), Set.of(), Version.osusume(), loaded.hash(), clock);
        PlanPipeline.Report report = new PlanPipeline(Sessions.open(run.zone()), loaded.config())
                .run(night, new ExperimentPlan.Question(uplift, eligible, within), new PrintedProgress(out));
        print(
                out,
                report,
                loaded.config().effects().horizonDays(),
                loaded.config().effects().power());
        return ExitCode.PUBLISHED.code();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw UserException.configuration(message);
        }
    }

    private void print(PrintWriter out, PlanPipeline.Report report, int horizon, double power) {
        ExperimentPlan.History history = report.history();
        out.printf(
                Locale.ROOT,
                "%n%,d customers; %.1f %% of them ordered in the last %d days, which brought %,.2f %s of margin a customer. What"
                        + " they bought before tells %.0f %% of who orders.%n",
                history.customers(),
                100 * history.rate(),
                horizon,
                history.margin(),
                report.currency(),
                100 * history.told());
        if (history.rate() == 0) {
            out.println("Nobody ordered: nothing can be planned from that.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "To see %.0f %% more orders with a power of %.0f %%, looking at it every morning:%n%n"
                        + "  control share   customers needed   nights   margin not earned from control%n",
                100 * uplift,
                100 * power);
        for (ExperimentPlan.Line line : report.lines()) {
            out.printf(
                    Locale.ROOT,
                    "  %13.0f %%   %,16.0f   %6s   %,20.2f %s%n",
                    100 * line.share(),
                    line.needed(),
                    line.nights() == null ? "–" : String.format(Locale.ROOT, "%.0f", line.nights()),
                    line.cost(),
                    report.currency());
        }
        out.println(
                "  –: the company has not so many customers. The control share is set by experiment.control_share.");
        out.flush();
    }
}
