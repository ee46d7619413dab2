package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.pipeline.BacktestPipeline;
import io.osusume.pipeline.RunRequest;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume backtest}: would the ranking have met what customers then bought? */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Ranks as of days of the past, beside simpler methods, and holds each against what customers newly bought"
                        + " in the days after; then makes the cross-sell offers of each day as its night would have,"
                        + " beside the ranking's own best. Publishes the table backtest and prints the comparison.")
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--as-of",
            required = true,
            split = ",",
            paramLabel = "YYYY-MM-DD",
            description = "Days of the past, with commas between.")
    private List<LocalDate> days;

    @Option(
            names = "--horizon",
            paramLabel = "28d",
            description = "Days after each in which purchases count. Default: ranker.horizon_days.")
    private String horizon;

    @Option(names = "--top", defaultValue = "10", paramLabel = "K", description = "Length of a ranking, 1 to 1000.")
    private int top;

    @Option(
            names = "--no-offers",
            description = "Rank only: do not make the offers of each day, which takes a whole night for each.")
    private boolean rankOnly;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (top < 1 || top > 1000) {
            throw UserException.configuration("--top " + top + ": must be between 1 and 1000");
        }
        ConfigLoader.Loaded loaded = load();
        List<LocalDate> sorted = days.stream().sorted().distinct().toList();
        PrintWriter out = spec.commandLine().getOut();
        SparkSession spark = Sessions.open(loaded.config().run().zone());
        long start = System.nanoTime();
        RunRequest night = new RunRequest(
                sorted.get(sorted.size() - 1), Set.of(), Set.of(), Version.osusume(), loaded.hash(), Clock.systemUTC());
        BacktestPipeline.Report report = new BacktestPipeline(spark, loaded.config())
                .run(night, sorted, top, !rankOnly, new PrintedProgress(out));
        new Comparison(out, loaded.config().ranker(), top).print(report, (System.nanoTime() - start) / 1e9);
        return ExitCode.PUBLISHED.code();
    }

    private ConfigLoader.Loaded load() {
        if (horizon == null) {
            return options.load(List.of());
        }
        if (!horizon.matches("[1-9][0-9]{0,2}d?")) {
            throw UserException.configuration("--horizon " + horizon + ": not a number of days, such as 28d");
        }
        return options.load(List.of("ranker.horizon_days=" + horizon.replace("d", "")));
    }
}
