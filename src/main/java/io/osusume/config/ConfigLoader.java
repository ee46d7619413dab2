package io.osusume.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.osusume.errors.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads {@code reference.conf}, a company's file and overrides, in this order, into an {@link OsusumeConfig}. */
public final class ConfigLoader {
    private static final String OVERRIDES = "--set";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");

    private ConfigLoader() {}

    /**
     * A loaded configuration.
     *
     * @param config all settings, each valid
     * @param settings every setting as {@code key = value}, secrets masked, sorted by key
     * @param hash of all settings, secrets masked: equal hashes mean equal settings
     */
    public record Loaded(OsusumeConfig config, List<String> settings, String hash) {}

    /**
     * Loads the settings.
     *
     * @param file the company's file, if any
     * @param overrides each {@code key=value}; the later wins
     * @throws UserException naming every problem at once
     */
    public static Loaded load(Optional<Path> file, List<String> overrides) {
        Config defaults = ConfigFactory.parseURL(ConfigLoader.class.getResource("/reference.conf"));
        Config written =
                overrides(overrides).withFallback(file.map(ConfigLoader::parse).orElse(ConfigFactory.empty()));
        Config settings = resolve(written.withFallback(defaults));
        List<Problem> problems = new ArrayList<>(UnknownKeys.in(written.root(), OsusumeConfig.class));
        RecordBinder binder = new RecordBinder(settings, defaults.resolve());
        Optional<OsusumeConfig> config = binder.bind("", OsusumeConfig.class);
        problems.addAll(binder.problems());
        if (!problems.isEmpty()) {
            throw UserException.configuration(message(problems, settings, written));
        }
        List<String> shown = shown(settings);
        return new Loaded(
                config.orElseThrow(),
                shown,
                DigestUtils.sha256Hex(String.join("\n", shown)).substring(0, 16));
    }

    private static Config parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UserException.configuration(
                    "Configuration file " + file + " does not exist. Give an existing file with"
                            + " --conf; conf/production.example.conf is a start.");
        }
        try {
            // Absolute: the library finds no folder for the includes of a file that is called by its name alone.
            return ConfigFactory.parseFile(
                    file.toAbsolutePath().toFile(),
                    ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new Includes()));
        } catch (ConfigException.Parse | ConfigException.IO e) {
            throw UserException.configuration("Configuration file " + file + " cannot be read: " + e.getMessage()
                    + " Mend that line; the syntax is HOCON (key = value, { } for blocks).");
        }
    }

    private static Config resolve(Config config) {
        try {
            return config.resolve();
        } catch (ConfigException.UnresolvedSubstitution e) {
            throw UserException.configuration("A setting refers to something that is not set: " + e.getMessage()
                    + ". Set that environment variable or key, or write ${?NAME} where it may be missing.");
        }
    }

    private static Config overrides(List<String> overrides) {
        Config result = ConfigFactory.empty();
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals <= 0) {
                throw UserException.configuration(
                        "--set " + override + ": not of the form key=value, such as rules.min_support=0.01");
            }
            result = result.withValue(
                    path(override.substring(0, equals)),
                    value(override.substring(equals + 1).strip()));
        }
        return result;
    }

    private static String path(String key) {
        try {
            return ConfigUtil.joinPath(ConfigUtil.splitPath(key.strip()));
        } catch (ConfigException e) {
            throw UserException.configuration("--set " + key + "=…: not a key (" + e.getMessage() + ")", e);
        }
    }

    /** As in a file, but that what is no list, no block and not in double quotes needs none. */
    private static ConfigValue value(String text) {
        if (text.equals("null")) {
            return ConfigValueFactory.fromAnyRef(null, OVERRIDES);
        }
        if (text.startsWith("[") || text.startsWith("{") || QUOTED.matcher(text).matches()) {
            return ConfigFactory.parseString("v = " + text).getValue("v");
        }
        return ConfigValueFactory.fromAnyRef(text, OVERRIDES);
    }

    private static String message(List<Problem> problems, Config settings, Config written) {
        StringBuilder text = new StringBuilder(
                problems.size() == 1
                        ? "The configuration has a problem:"
                        : "The configuration has " + problems.size() + " problems:");
        for (Problem p : problems) {
            text.append("\n  ")
                    .append(p.key())
                    .append(" = ")
                    .append(Secrets.masked(p.key(), p.value()))
                    .append(origin(p.key(), settings, written)
                            .map(o -> "  (" + o + ")")
                            .orElse(""))
                    .append("\n      ")
                    .append(p.reason())
                    .append("; ")
                    .append(p.fix());
        }
        return text.toString();
    }

    /** File and line of a key, or of the nearest enclosing block that was written. */
    private static Optional<String> origin(String key, Config settings, Config written) {
        List<String> path = new ArrayList<>(ConfigUtil.splitPath(quoted(key)));
        while (!path.isEmpty()) {
            String joined = ConfigUtil.joinPath(path);
            for (Config config : List.of(written, settings)) {
                ConfigValue value = find(config, path);
                if (value != null) {
                    return Optional.of(place(value.origin(), joined));
                }
            }
            path.remove(path.size() - 1);
        }
        return Optional.empty();
    }

    private static String quoted(String key) {
        return ConfigUtil.joinPath(List.of(key.split("\\.")));
    }

    private static ConfigValue find(Config config, List<String> path) {
        ConfigValue value = config.root();
        for (String key : path) {
            value = value instanceof com.typesafe.config.ConfigObject object ? object.get(key) : null;
        }
        return value;
    }

    private static String place(ConfigOrigin origin, String key) {
        if (origin.filename() != null) {
            return origin.filename() + ":" + origin.lineNumber();
        }
        return origin.url() != null ? "reference.conf:" + origin.lineNumber() : OVERRIDES + " " + key;
    }

    private static List<String> shown(Config settings) {
        Map<String, String> sorted = new TreeMap<>();
        settings.entrySet()
                .forEach(e -> sorted.put(
                        e.getKey(), Secrets.masked(e.getKey(), e.getValue().unwrapped())));
        return sorted.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .toList();
    }
}
