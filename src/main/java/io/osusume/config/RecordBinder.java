package io.osusume.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.osusume.tables.Input;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Builds config records from a configuration. Collects every
 * problem instead of stopping at the first: where a value cannot be read, the default stands in, so that the rest is still
 * checked.
 */
final class RecordBinder {
    private final Config settings;
    private final Config defaults;
    private final List<Problem> problems = new ArrayList<>();

    RecordBinder(Config settings, Config defaults) {
        this.settings = settings;
        this.defaults = defaults;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The record at {@code path}, or empty when its values do not go together. */
    <T> Optional<T> bind(String path, Class<T> type) {
        Map<String, Object> values = new LinkedHashMap<>();
        Setting.of(type).forEach(setting -> values.put(setting.key(), value(join(path, setting.key()), setting)));
        if (values.containsValue(null)) {
            return Optional.empty();
        }
        return construct(
                path,
                type,
                type == InputsConfig.class
                        ? new Object[] {byInput(values)}
                        : values.values().toArray());
    }

    private static Map<Input, Object> byInput(Map<String, Object> values) {
        return Input.all().stream().collect(Collectors.toMap(input -> input, input -> values.get(input.name())));
    }

    private <T> Optional<T> construct(String path, Class<T> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSettings invalid) {
                invalid.problems().forEach(p -> problems.add(p.under(path)));
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of one setting; null (with a problem noted) when there is none to be had. */
    private Object value(String path, Setting setting) {
        Type type = setting.type();
        if (type instanceof Class<?> c && c.isRecord()) {
            return bind(path, c).orElse(null);
        }
        if (setting.recordOfEntries().isPresent()) {
            return entries(path, setting.recordOfEntries().get());
        }
        if (setting.recordOfElements().isPresent()) {
            return elements(path, setting.recordOfElements().get());
        }
        try {
            Object value = SettingReader.read(settings, path, type);
            problems.addAll(
                    new Allowed(setting.annotated()).problems(path, value, "the default is " + shown(defaults, path)));
            return value;
        } catch (InvalidSettings e) {
            problems.addAll(e.problems());
            return SettingReader.read(defaults, path, type);
        } catch (ConfigException | DateTimeException | IllegalArgumentException e) {
            problems.add(new Problem(
                    path, shown(settings, path), SettingReader.reason(e), "write " + SettingReader.kind(type)));
            return SettingReader.read(defaults, path, type);
        }
    }

    /** A record for each entry of a block whose keys are a company's own; null when one of them cannot be had. */
    private Object entries(String path, Class<?> type) {
        Map<String, Object> entries = new TreeMap<>();
        for (String name : settings.getObject(path).keySet()) {
            if (settings.getObject(path).get(name).valueType()
                    == ConfigValueType.OBJECT) { // else told as an unknown key
                entries.put(name, bind(ConfigUtil.joinPath(path, name), type).orElse(null));
            }
        }
        return entries.containsValue(null) ? null : entries;
    }

    /** A record for each block of a list; null when one of them cannot be had. What stands nowhere has no default. */
    private Object elements(String path, Class<?> type) {
        List<Object> elements = new ArrayList<>();
        for (ConfigValue value : settings.getList(path)) {
            String place = path + "[" + (elements.size() + 1) + "]";
            elements.add(value instanceof ConfigObject block ? element(place, block.toConfig(), type) : null);
            if (!(value instanceof ConfigObject)) {
                problems.add(new Problem(
                        place, value.render(), "is a block of settings, not a value", "write { id = …, … }"));
            }
        }
        return elements.contains(null) ? null : elements;
    }

    private Object element(String place, Config block, Class<?> type) {
        RecordBinder binder = new RecordBinder(block, block);
        try {
            return binder.bind("", type).orElse(null);
        } catch (ConfigException e) { // told already, and there is no default to go on with
            return null;
        } finally {
            binder.problems.forEach(p -> problems.add(p.under(place)));
        }
    }

    private static String shown(Config config, String path) {
        return config.hasPath(path) ? Secrets.masked(path, config.getValue(path).unwrapped()) : "null";
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
