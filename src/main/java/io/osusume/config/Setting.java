package io.osusume.config;

import io.osusume.tables.Input;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One key of a record of settings: component {@code minSupport} reads key {@code min_support}; {@link InputsConfig} has a key
 * for each input.
 *
 * @param annotated what carries its annotations
 */
record Setting(String key, Type type, AnnotatedElement annotated) {

    /** The keys of a record, in the order of its components. */
    static List<Setting> of(Class<?> record) {
        return record == InputsConfig.class
                ? Input.all().stream()
                        .map(i -> new Setting(i.name(), InputConfig.class, InputConfig.class))
                        .toList()
                : Arrays.stream(record.getRecordComponents())
                        .map(c -> new Setting(key(c), c.getGenericType(), c))
                        .toList();
    }

    private static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The type without its arguments. */
    Class<?> rawType() {
        return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }

    /** What stands in each entry of a block whose keys are a company's own, where that is a block itself. */
    Optional<Class<?>> recordOfEntries() {
        return rawType() == Map.class
                        && ((ParameterizedType) type).getActualTypeArguments()[1] instanceof Class<?> c
                        && c.isRecord()
                ? Optional.of(c)
                : Optional.empty();
    }

    /** What stands in each place of a list of blocks. */
    Optional<Class<?>> recordOfElements() {
        return rawType() == List.class
                        && ((ParameterizedType) type).getActualTypeArguments()[0] instanceof Class<?> c
                        && c.isRecord()
                ? Optional.of(c)
                : Optional.empty();
    }
}
