package io.osusume.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one setting as the type of its component. */
final class SettingReader {
    private SettingReader() {}

    /** The value at a path. Throws what the library, or the type, says of a text that it cannot read. */
    static Object read(Config config, String path, Type type) {
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
            return Choices.named(c, List.of(text), t -> path).get(0);
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
            return Choices.named(type.getActualTypeArguments()[0], texts(config, path), t -> path);
        }
        if (!config.hasPath(path)) {
            return Map.of(); // an entry of a block whose keys are a company's own has no defaults
        }
        boolean numbers = type.getActualTypeArguments()[1] == Double.class;
        Map<String, Object> map = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> e : config.getConfig(path).entrySet()) {
            String text = String.valueOf(e.getValue().unwrapped());
            map.put(String.join(".", ConfigUtil.splitPath(e.getKey())), numbers ? number(e.getKey(), text) : text);
        }
        Iterator<Object> values = map.values().iterator();
        Map<Object, Object> named = new TreeMap<>();
        Choices.named(type.getActualTypeArguments()[0], map.keySet(), key -> path + "." + key)
                .forEach(key -> named.put(key, values.next()));
        return named;
    }

    /** A list of texts; a null in it, written without quotes, is the word null. */
    private static List<String> texts(Config config, String path) {
        List<? extends ConfigValue> values = config.getList(path);
        return values.stream().anyMatch(v -> v.valueType() == ConfigValueType.NULL)
                ? values.stream().map(v -> String.valueOf(v.unwrapped())).toList()
                : config.getStringList(path);
    }

    private static Double number(String key, String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("holds " + key + " = " + text + ", which is no number", e);
        }
    }

    /** Why a value could not be read. */
    static String reason(RuntimeException e) {
        if (e instanceof ConfigException.Null || e instanceof ConfigException.Missing) {
            return "has no value";
        }
        return e instanceof IllegalArgumentException ? e.getMessage() : "cannot be read as this setting's type";
    }

    /** What to write where a value of a type stands. */
    static String kind(Type type) {
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
        return "a text";
    }
}
