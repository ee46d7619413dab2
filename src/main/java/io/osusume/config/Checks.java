package io.osusume.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects where the values of one record do not go together, and throws what was found all at once. */
final class Checks {
    private final List<Problem> problems = new ArrayList<>();

    Checks atLeast(String key, double value, String other, double low) {
        return that(
                value >= low,
                key,
                value,
                "must be at least " + other + " (" + Allowed.shown(low) + ")",
                "raise it, or lower " + other);
    }

    Checks oneOf(String key, String value, Collection<String> known) {
        return that(known.contains(value), key, value, Choices.UNKNOWN, Choices.fix(value, known));
    }

    Checks that(boolean holds, String key, Object value, String reason, String fix) {
        if (!holds) {
            problems.add(new Problem(
                    key, value instanceof Double d ? Allowed.shown(d) : String.valueOf(value), reason, fix));
        }
        return this;
    }

    /** Throws what was found, if anything. */
    void verify() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
