package io.osusume.cli;

import io.osusume.pipeline.Goal;
import io.osusume.tables.InputCheck;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code osusume nightly}: the whole night. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description =
                "Reads the inputs, works out rules, segments, lifetime value and offers, and publishes all tables.")
final class NightlyCommand implements Callable<Integer> {
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
                .run(options.load(), Goal.NIGHTLY, accepted);
    }
}
