package io.osusume.sample;

import io.osusume.errors.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A catalogue of product names, ids, categories and prices. The roles that products play are the same in each. */
public enum Theme {
    MAIN,
    ALTERNATE;

    /**
     * The theme of this name.
     *
     * @throws UserException with the known names, when the name is none of them
     */
    public static Theme parse(String name) {
        return Arrays.stream(values())
                .filter(theme -> theme.text().equals(name))
                .findFirst()
                .orElseThrow(() -> UserException.configuration("theme is %s: give one of %s".formatted(name, names())));
    }

    static String names() {
        return Arrays.stream(values()).map(Theme::text).collect(Collectors.joining(", "));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
