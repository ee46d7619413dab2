package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command with a configuration takes, whatever day or days it is about. */
final class ConfigOptions {
    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings that differ from the defaults (HOCON). The defaults stand in reference.conf.")
    private Path conf;

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder of the published tables. Default: warehouse.path.")
    private String warehouse;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one key, over the file; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    /** @param more {@code KEY=VALUE} of the command's other options */
    ConfigLoader.Loaded load(List<String> more) {
        List<String> all = new ArrayList<>(overrides);
        all.addAll(more);
        if (warehouse != null) {
            all.add("warehouse.path=" + warehouse);
        }
        return ConfigLoader.load(Optional.ofNullable(conf), all);
    }
}
