package io.osusume.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds config records from a configuration: component {@code minSupport} reads key {@code min_support}. Collects every
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
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> component(join(path, key(c)), c.getGenericType()))
                .toArray();
        if (Arrays.stream(values).anyMatch(v -> v == null)) {
            return Optional.empty();
        }
        return construct(path, type, values);
    }

    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
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

    /** The value of one component; null (with a problem noted) when there is none to be had. */
    private Object component(String path, Type type) {
        if (type instanceof Class<?> c && c.isRecord()) {
            return bind(path, c).orElse(null);
        }
        try {
            return read(settings, path, type);
        } catch (ConfigException | DateTimeException | IllegalArgumentException e) {
            problems.add(new Problem(path, shown(path), reason(e), "write " + kind(type)));
            return read(defaults, path, type);
        }
    }

    private String shown(String path) {
        return settings.hasPath(path)
                ? Secrets.masked(path, settings.getValue(path).unwrapped())
                : "null";
    }

    private static Object read(Config config, String path, Type type) {
        if (type instanceof ParameterizedType p) {
            return readGeneric(config, path, p);
        }
        if (type == int.class || type == Integer.class) {
            return config.getInt(path);
        }
        if (type == long.class) {
            return config.getLong(path);
        }
        if (type == double.class || type == Double.class) {
            return config.getDouble(path);
        }
        if (type == boolean.class) {
            return config.getBoolean(path);
        }
        String text = config.getString(path);
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == ZoneId.class) {
            return ZoneId.of(text);
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return enumValue(c, text);
        }
        return text;
    }

    private static Object readGeneric(Config config, String path, ParameterizedType type) {
        if (type.getRawType() == Optional.class) {
            return config.hasPath(path)
                    ? Optional.of(read(config, path, type.getActualTypeArguments()[0]))
                    : Optional.empty();
        }
        if (type.getRawType() == List.class) {
            return List.copyOf(config.getStringList(path));
        }
        boolean numbers = type.getActualTypeArguments()[1] == Double.class;
        Map<String, Object> map = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> e : config.getConfig(path).entrySet()) {
            String text = String.valueOf(e.getValue().unwrapped());
            map.put(String.join(".", ConfigUtil.splitPath(e.getKey())), numbers ? number(e.getKey(), text) : text);
        }
        return map;
    }

    private static Double number(String key, String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("holds " + key + " = " + text + ", which is no number", e);
        }
    }

    private static Object enumValue(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(v -> v.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of " + names(type)));
    }

    private static String names(Class<?> enumType) {
        return String.join(
                ", ",
                Arrays.stream(enumType.getEnumConstants())
                        .map(v -> v.toString().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String reason(RuntimeException e) {
        if (e instanceof ConfigException.Null || e instanceof ConfigException.Missing) {
            return "has no value";
        }
        return e instanceof IllegalArgumentException ? e.getMessage() : "cannot be read as this setting's type";
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType p) {
            return p.getRawType() == Optional.class
                    ? kind(p.getActualTypeArguments()[0]) + ", or null"
                    : p.getRawType() == List.class ? "a list, such as [a, b]" : "a block, such as { key = value }";
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a date as YYYY-MM-DD";
        }
        if (type == ZoneId.class) {
            return "a time zone, such as Asia/Tokyo or UTC";
        }
        return type instanceof Class<?> c && c.isEnum() ? "one of " + names(c) : "a text";
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
