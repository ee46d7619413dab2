package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that every command about one day takes. */
final class CommonOptions {
    @Mixin
    private ConfigOptions config;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The day whose end the run looks back from; nothing later is seen. Default: run.as_of, else"
                    + " yesterday.")
    private LocalDate asOf;

    ConfigLoader.Loaded load() {
        return config.load(asOf == null ? List.of() : List.of("run.as_of=" + asOf));
    }
}
