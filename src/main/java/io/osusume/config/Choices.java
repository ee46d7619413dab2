package io.osusume.config;

import io.osusume.errors.NearestName;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Texts that name one of several things, such as the constants of an enum, each by its text, in whatever case. */
final class Choices {
    static final String UNKNOWN = "is not known";

    private Choices() {}

    /**
     * The constants that texts name, or the texts where the type is no enum; throws with every text that names none.
     *
     * @param key of a text, for the message
     */
    static List<Object> named(Type type, Collection<String> texts, UnaryOperator<String> key) {
        if (!(type instanceof Class<?> c && c.isEnum())) {
            return List.copyOf(texts);
        }
        Map<String, Object> known = Arrays.stream(c.getEnumConstants())
                .collect(Collectors.toMap(v -> v.toString().toLowerCase(Locale.ROOT), v -> v));
        List<Problem> unknown = texts.stream()
                .filter(text -> !known.containsKey(text.toLowerCase(Locale.ROOT)))
                .map(text -> new Problem(key.apply(text), text, UNKNOWN, fix(text, known.keySet())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidSettings(unknown);
        }
        return texts.stream()
                .map(text -> known.get(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What to write instead of a text that is none of the known ones. */
    static String fix(String text, Collection<String> known) {
        return NearestName.of(text, known)
                        .map(n -> "did you mean \"" + n + "\"? ")
                        .orElse("") + "one of " + String.join(", ", new TreeSet<>(known));
    }
}
