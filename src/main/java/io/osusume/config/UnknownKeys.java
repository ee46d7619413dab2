package io.osusume.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.osusume.errors.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds keys that no record has a component for: a misspelt key must not be a setting silently left at its default. */
final class UnknownKeys {
    private final List<Problem> problems = new ArrayList<>();
    private final Collection<String> allKnown = new ArrayList<>();

    private UnknownKeys() {}

    static List<Problem> in(ConfigObject written, Class<?> type) {
        UnknownKeys search = new UnknownKeys();
        search.collect("", type);
        search.walk("", written, type);
        return search.problems;
    }

    private void walk(String path, ConfigObject object, Class<?> type) {
        Map<String, Setting> known = settings(type);
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(object).entrySet()) {
            String key = path + entry.getKey();
            Setting setting = known.get(entry.getKey());
            if (setting == null) {
                problems.add(unknown(key, entry.getValue(), path, known));
            } else if (setting.recordOfEntries().isPresent() && entry.getValue() instanceof ConfigObject inner) {
                entries(key + ".", inner, setting.recordOfEntries().get());
            } else if (setting.recordOfElements().isPresent() && entry.getValue() instanceof ConfigList list) {
                elements(key, list, setting.recordOfElements().get());
            } else if (setting.rawType().isRecord() && entry.getValue() instanceof ConfigObject inner) {
                walk(key + ".", inner, setting.rawType());
            } else if (setting.rawType().isRecord()) {
                problems.add(noBlock(key, entry.getValue()));
            } else if (entry.getValue() instanceof ConfigObject && setting.rawType() != Map.class) {
                problems.add(new Problem(
                        key, "{ … }", "is a single value, not a block of settings", "write " + key + " = …"));
            }
        }
    }

    private void entries(String path, ConfigObject object, Class<?> type) {
        new TreeMap<>(object).forEach((name, value) -> {
            if (value instanceof ConfigObject inner) {
                walk(path + name + ".", inner, type);
            } else {
                problems.add(noBlock(path + name, value));
            }
        });
    }

    private void elements(String path, ConfigList list, Class<?> type) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ConfigObject inner) {
                walk(path + "[" + (i + 1) + "].", inner, type);
            }
        }
    }

    private static Problem noBlock(String key, ConfigValue value) {
        return new Problem(
                key,
                Secrets.masked(key, value.render()),
                "is a block of settings, not a value",
                "write " + key + " { … }");
    }

    private Problem unknown(String key, ConfigValue value, String path, Map<String, Setting> siblings) {
        String shown = value instanceof ConfigObject ? "{ … }" : Secrets.masked(key, value.unwrapped());
        String renamed = RenamedKeys.ALL.get(key);
        if (renamed != null) {
            return new Problem(key, shown, "is called " + renamed + " now", "write " + renamed + " = " + shown);
        }
        Optional<String> sibling =
                NearestName.of(key.substring(path.length()), siblings.keySet()).map(s -> path + s);
        String fix = sibling.or(() -> NearestName.of(key, allKnown))
                .map(k -> "did you mean \"" + k + "\"?")
                .orElseGet(
                        () -> "remove it; " + (path.isEmpty() ? "sections" : "keys of " + path.replaceAll("\\.$", ""))
                                + ": " + String.join(", ", siblings.keySet()));
        return new Problem(key, shown, "is not a setting", fix);
    }

    private void collect(String path, Class<?> type) {
        settings(type).forEach((key, setting) -> {
            allKnown.add(path + key);
            if (setting.rawType().isRecord()) {
                collect(path + key + ".", setting.rawType());
            }
        });
    }

    private static Map<String, Setting> settings(Class<?> type) {
        return Setting.of(type).stream()
                .collect(Collectors.toMap(Setting::key, setting -> setting, (a, b) -> a, TreeMap::new));
    }
}
