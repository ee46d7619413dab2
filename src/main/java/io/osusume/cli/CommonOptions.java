package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command with a configuration takes. */
final class CommonOptions {
    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings that differ from the defaults (HOCON). The defaults stand in reference.conf.")
    private Path conf;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The day whose end the run looks back from; nothing later is seen. Default: run.as_of, else"
                    + " yesterday.")
    private LocalDate asOf;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder of the published tables. Default: warehouse.path.")
    private String warehouse;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one key, over the file; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    ConfigLoader.Loaded load() {
        List<String> all = new ArrayList<>(overrides);
        if (asOf != null) {
            all.add("run.as_of=" + asOf);
        }
        if (warehouse != null) {
            all.add("warehouse.path=" + warehouse);
        }
        return ConfigLoader.load(Optional.ofNullable(conf), all);
    }
}
