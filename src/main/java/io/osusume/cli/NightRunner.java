package io.osusume.cli;

import io.osusume.changes.Difference;
import io.osusume.config.ConfigLoader;
import io.osusume.config.RunConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.pipeline.ApplyPipeline;
import io.osusume.pipeline.Goal;
import io.osusume.pipeline.NightOutcome;
import io.osusume.pipeline.NightReport;
import io.osusume.pipeline.NightlyPipeline;
import io.osusume.pipeline.PlannedNight;
import io.osusume.pipeline.ReportPipeline;
import io.osusume.pipeline.RunRequest;
import io.osusume.tables.InputCheck;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Runs the pipeline for a command and prints its progress and its summary. */
final class NightRunner {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock = Clock.systemUTC();
    private final long start = System.nanoTime();

    NightRunner(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    int run(ConfigLoader.Loaded loaded, Set<Goal> goals, Set<InputCheck> accepted) {
        RunRequest night = request(loaded, goals, accepted);
        // Spark's own shutdown hook ends the session with the process.
        SparkSession spark = open(loaded, night);
        NightOutcome outcome = new NightlyPipeline(spark, loaded).run(night, new PrintedProgress(out));
        if (outcome.held().isPresent()) {
            throw held(outcome.held().get(), loaded);
        }
        tell(outcome.published().orElseThrow(), spark, loaded, goals);
        return ExitCode.PUBLISHED.code();
    }

    PlannedNight plan(ConfigLoader.Loaded loaded, Set<Goal> goals, Set<InputCheck> accepted) {
        RunRequest night = request(loaded, goals, accepted);
        SparkSession spark = open(loaded, night);
        PlannedNight planned = new NightlyPipeline(spark, loaded).plan(night, new PrintedProgress(out));
        out.println(new SummaryWords(loaded.config().run().language())
                .say("planned", planned.warehouse(), String.format(Locale.ROOT, "%.1f", seconds())));
        return planned;
    }

    void apply(ConfigLoader.Loaded loaded) {
        SparkSession spark = Sessions.open(loaded.config().run().zone());
        NightReport report = new ApplyPipeline(spark, loaded).apply(clock);
        tell(report, spark, loaded, Goal.NIGHTLY);
    }

    private RunRequest request(ConfigLoader.Loaded loaded, Set<Goal> goals, Set<InputCheck> accepted) {
        RunConfig run = loaded.config().run();
        LocalDate asOf = run.asOf()
                .orElseGet(() -> LocalDate.now(clock.withZone(run.zone())).minusDays(1));
        return new RunRequest(asOf, goals, accepted, Version.osusume(), loaded.hash(), clock);
    }

    private SparkSession open(ConfigLoader.Loaded loaded, RunRequest night) {
        RunConfig run = loaded.config().run();
        SummaryWords words = new SummaryWords(run.language());
        out.println(words.say(
                "begin",
                Version.osusume(),
                words.date(night.asOf().toString()),
                run.zone().toString()));
        out.flush();
        return Sessions.open(run.zone());
    }

    private void tell(NightReport report, SparkSession spark, ConfigLoader.Loaded loaded, Set<Goal> goals) {
        new Summary(out, loaded.config()).print(report, seconds());
        if (loaded.config().report().enabled() && goals.equals(Goal.NIGHTLY)) {
            new ReportWriter(out, loaded.config().run().language())
                    .writeAfter(
                            new ReportPipeline(spark, loaded.config(), Version.osusume()),
                            LocalDate.parse(report.manifest().runDate()),
                            err);
        }
    }

    private UserException held(PlannedNight planned, ConfigLoader.Loaded loaded) {
        Difference difference = planned.difference();
        new DifferenceText(out, loaded.config().run().language()).print(difference);
        return UserException.held(String.format(
                Locale.ROOT,
                "Nothing was published: the night of %s swings too far from the published one of %s. publish.max_change is"
                        + " %.1f %%; offers swing %.1f %%, expected value %.1f %%, customers %.1f %%.%n"
                        + "It waits in %s/_plan. To look at it: scripts/osusume plan --show; to publish it as it is:"
                        + " scripts/osusume apply; both with the same options. To let such nights pass: raise"
                        + " publish.max_change.",
                difference.runDate(),
                difference.against().runDate(),
                100 * loaded.config().publish().maxChange().orElseThrow(),
                100 * difference.swing().offers(),
                100 * difference.swing().expectedValue(),
                100 * difference.swing().customers(),
                planned.warehouse()));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
