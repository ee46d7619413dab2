package io.osusume.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Unit and range of a setting in words. */
final class Words {
    private Words() {}

    /** Both, such as {@code days, 1 to 366}; empty where there is nothing to tell. */
    static String of(Setting setting) {
        return String.join(
                ", ",
                Stream.of(unit(setting), range(setting))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    static String unit(Setting setting) {
        return Optional.ofNullable(setting.annotated().getAnnotation(Range.class))
                .map(Range::unit)
                .orElse("");
    }

    static String range(Setting setting) {
        boolean optional = setting.rawType() == Optional.class;
        String range = annotated(setting).orElseGet(() -> byType(optional ? argument(setting) : setting.type()));
        return range.isEmpty() || !optional ? range : range + ", or null";
    }

    private static Optional<String> annotated(Setting setting) {
        Range range = setting.annotated().getAnnotation(Range.class);
        OneOf oneOf = setting.annotated().getAnnotation(OneOf.class);
        Like like = setting.annotated().getAnnotation(Like.class);
        if (range != null) {
            return Optional.of(Allowed.bounds(range)).filter(s -> !s.isEmpty());
        }
        if (oneOf != null) {
            return Optional.of((oneOf.least() > 0 ? oneOf.least() + " or more of " : "any of ")
                    + String.join(", ", new TreeSet<>(List.of(oneOf.value()))));
        }
        return Optional.ofNullable(like).map(Like::what);
    }

    private static String byType(Type type) {
        if (type == int.class || type == long.class || type == Integer.class) {
            return "any whole number";
        }
        if (type == double.class || type == Double.class) {
            return "any number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        return type instanceof Class<?> c && c.isEnum() ? either(c) : "";
    }

    private static String either(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(v -> v.toString().toLowerCase(Locale.ROOT))
                .toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static Type argument(Setting setting) {
        return ((ParameterizedType) setting.type()).getActualTypeArguments()[0];
    }
}
