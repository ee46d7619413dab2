package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code osusume check-config}: the configuration alone. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = "Checks a configuration and prints the settings in force, secrets masked. Starts no Spark.")
final class CheckConfigCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConfigLoader.Loaded loaded = options.load();
        PrintWriter out = spec.commandLine().getOut();
        loaded.settings().forEach(out::println);
        out.println("The configuration is valid (hash " + loaded.hash() + ").");
        return 0;
    }
}
