package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RunConfig;
import io.osusume.errors.ExitCode;
import io.osusume.io.Sessions;
import io.osusume.pipeline.Goal;
import io.osusume.pipeline.NightReport;
import io.osusume.pipeline.NightlyPipeline;
import io.osusume.pipeline.ReportPipeline;
import io.osusume.pipeline.RunRequest;
import io.osusume.tables.InputCheck;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Runs the pipeline for a command and prints its progress and its summary. */
final class NightRunner {
    private final PrintWriter out;
    private final PrintWriter err;

    NightRunner(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    int run(ConfigLoader.Loaded loaded, Set<Goal> goals, Set<InputCheck> accepted) {
        Clock clock = Clock.systemUTC();
        RunConfig run = loaded.config().run();
        LocalDate asOf = run.asOf()
                .orElseGet(() -> LocalDate.now(clock.withZone(run.zone())).minusDays(1));
        RunRequest night = new RunRequest(asOf, goals, accepted, Version.osusume(), loaded.hash(), clock);
        long start = System.nanoTime();
        out.printf("Osusume %s, as of the end of %s (%s)%n", Version.osusume(), asOf, run.zone());
        out.flush();
        SparkSession spark = Sessions.open(run.zone());
        // Spark's own shutdown hook ends the session with the process.
        NightReport report = new NightlyPipeline(spark, loaded.config()).run(night, new PrintedProgress(out));
        new Summary(out, loaded.config()).print(report, (System.nanoTime() - start) / 1e9);
        if (loaded.config().report().enabled() && goals.equals(Goal.NIGHTLY)) {
            new ReportWriter(out).writeAfter(new ReportPipeline(spark, loaded.config(), Version.osusume()), asOf, err);
        }
        return ExitCode.PUBLISHED.code();
    }
}
