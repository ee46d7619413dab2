package io.osusume.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Unit and range of a component in words. */
final class Words {
    private Words() {}

    /** Both, such as {@code days, 1 to 366}; empty where there is nothing to tell. */
    static String of(RecordComponent component) {
        return String.join(
                ", ",
                Stream.of(unit(component), range(component))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    static String unit(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Range.class))
                .map(Range::unit)
                .orElse("");
    }

    static String range(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        String range = annotated(component)
                .orElseGet(() -> byType(optional ? argument(component) : component.getGenericType()));
        return range.isEmpty() || !optional ? range : range + ", or null";
    }

    private static Optional<String> annotated(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        OneOf oneOf = component.getAnnotation(OneOf.class);
        Like like = component.getAnnotation(Like.class);
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

    private static Type argument(RecordComponent component) {
        return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
}
