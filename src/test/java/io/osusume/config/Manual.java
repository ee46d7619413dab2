package io.osusume.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code reference.conf} beside the components that read it. */
final class Manual {
    static final Path REFERENCE = Path.of("src/main/resources/reference.conf");

    private final List<String> lines;
    private final ConfigObject root;

    Manual() {
        try {
            lines = Files.readAllLines(REFERENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Config config = ConfigFactory.parseFile(REFERENCE.toFile());
        root = config.root();
    }

    /** One setting or block: what reads it, and what stands in the file. */
    record Entry(String key, Setting setting, ConfigValue value) {
        int line() {
            return value.origin().lineNumber();
        }

        /** Whether its entries are settings with a comment each. */
        boolean isBlock() {
            return setting.rawType().isRecord() && !SHARED.contains(setting.rawType());
        }
    }

    /** Records that several components have as their type: what their parts are is told once. */
    static final Set<Class<?>> SHARED = Set.of(InputConfig.class, CutOff.class, TriggersConfig.Window.class);

    /** All blocks and settings that are told on their own, in the order of the file. */
    List<Entry> entries() {
        return entries("", OsusumeConfig.class, root)
                .sorted(Comparator.comparingInt(Entry::line))
                .toList();
    }

    private static Stream<Entry> entries(String path, Class<?> type, ConfigObject object) {
        return Setting.of(type).stream().flatMap(c -> {
            Entry entry = new Entry(path + c.key(), c, object.get(c.key()));
            return entry.isBlock()
                    ? Stream.concat(
                            Stream.of(entry), entries(entry.key() + ".", c.rawType(), (ConfigObject) entry.value()))
                    : Stream.of(entry);
        });
    }

    /** Every key that stands in the file, down to where a component is no record. */
    Set<String> written() {
        Set<String> keys = new TreeSet<>();
        written("", OsusumeConfig.class, root, keys);
        return keys;
    }

    private static void written(String path, Class<?> type, ConfigObject object, Set<String> keys) {
        object.forEach((name, value) -> {
            keys.add(path + name);
            Setting.of(type).stream()
                    .filter(c -> c.key().equals(name) && c.rawType().isRecord())
                    .forEach(c -> written(path + name + ".", c.rawType(), (ConfigObject) value, keys));
        });
    }

    /** Every key that a component reads. */
    static Set<String> read() {
        return read("", OsusumeConfig.class).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> read(String path, Class<?> type) {
        return Setting.of(type).stream().flatMap(c -> {
            String key = path + c.key();
            return Stream.concat(
                    Stream.of(key), c.rawType().isRecord() ? read(key + ".", c.rawType()) : Stream.empty());
        });
    }

    /** Keys whose entries are not fixed. */
    Set<String> maps() {
        return entries().stream()
                .filter(e -> e.setting().rawType() == Map.class)
                .map(Entry::key)
                .collect(Collectors.toSet());
    }

    /** The lines of the comment above an entry, without the #. */
    List<String> above(Entry entry) {
        List<String> comment = new ArrayList<>();
        for (int i = entry.line() - 2; i >= 0 && lines.get(i).strip().startsWith("#"); i--) {
            comment.add(0, lines.get(i).strip().replaceFirst("# ?", ""));
        }
        return comment;
    }

    /** What stands behind the value in its line, empty where nothing does. */
    String behind(Entry entry) {
        String line = lines.get(entry.line() - 1);
        return line.contains(" # ") ? line.substring(line.indexOf(" # ") + 3) : "";
    }

    String text() {
        return String.join("\n", lines);
    }
}
