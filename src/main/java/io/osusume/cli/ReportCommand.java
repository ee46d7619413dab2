package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.pipeline.ReportPipeline;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code osusume report}: the report of a night, from the published tables. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes the HTML report of a night, a page a language that needs no network, from the published tables"
                        + " (the newest night, or that of --as-of), and prints where it lies.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:written", "2:configuration or usage, or no such night"})
final class ReportCommand implements Callable<Integer> {
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 31);

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConfigLoader.Loaded loaded = options.load();
        ReportPipeline pipeline =
                new ReportPipeline(Sessions.open(loaded.config().run().zone()), loaded.config(), Version.osusume());
        LocalDate night = loaded.config()
                .run()
                .asOf()
                .or(() -> pipeline.newest(NEWEST))
                .orElseThrow(() -> UserException.configuration("There is no night in "
                        + loaded.config().warehouse().path()
                        + ". Give the --conf or --warehouse of one that was published."));
        new ReportWriter(spec.commandLine().getOut(), loaded.config().run().language()).write(pipeline, night);
        return 0;
    }
}
