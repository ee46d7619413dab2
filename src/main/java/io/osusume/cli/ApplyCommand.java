package io.osusume.cli;

import io.osusume.errors.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code osusume apply}: publishes the plan. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description =
                "Publishes exactly the night that scripts/osusume plan made, or that nightly kept when it swung too far. Refuses"
                        + " when a file of the inputs, a setting or the published night has moved since, and names it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published",
            "2:configuration or usage: there is no plan, or something moved since it was made",
            "4:another run holds the lock"
        })
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        new NightRunner(spec.commandLine().getOut(), spec.commandLine().getErr()).apply(options.load());
        return ExitCode.PUBLISHED.code();
    }
}
