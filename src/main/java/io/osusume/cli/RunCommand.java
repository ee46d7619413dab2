package io.osusume.cli;

import io.osusume.pipeline.Goal;
import io.osusume.tables.InputCheck;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume run STAGE}: one stage and what it needs; only its tables are published. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Works out one stage and what it needs, and publishes only the tables of that stage.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STAGE", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Goal stage;

    @Mixin
    private CommonOptions options;

    @Mixin
    private AcceptOptions passed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<InputCheck> accepted = passed.checks();
        return new NightRunner(spec.commandLine().getOut(), spec.commandLine().getErr())
                .run(options.load(), Set.of(stage), accepted);
    }
}
