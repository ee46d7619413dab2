package io.osusume.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the values of one record, and throws them all at once. */
final class Checks {
    private final List<Problem> problems = new ArrayList<>();

    Checks between(String key, double value, double low, double high) {
        return that(
                value >= low && value <= high, key, value, "must be between " + number(low) + " and " + number(high));
    }

    Checks fraction(String key, double value) {
        return between(key, value, 0, 1);
    }

    Checks atLeast(String key, double value, double low) {
        return that(value >= low, key, value, "must be at least " + number(low));
    }

    Checks positive(String key, double value) {
        return that(value > 0 && Double.isFinite(value), key, value, "must be greater than 0");
    }

    Checks oneOf(String key, String value, java.util.Collection<String> known) {
        return that(
                known.contains(value),
                key,
                value,
                "is not known",
                "one of " + String.join(", ", new java.util.TreeSet<>(known)));
    }

    Checks that(boolean holds, String key, Object value, String reason) {
        return that(holds, key, value, reason, "reference.conf tells its range");
    }

    Checks that(boolean holds, String key, Object value, String reason, String fix) {
        if (!holds) {
            problems.add(new Problem(key, value instanceof Double d ? number(d) : String.valueOf(value), reason, fix));
        }
        return this;
    }

    /** Throws what was found, if anything. */
    void verify() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
