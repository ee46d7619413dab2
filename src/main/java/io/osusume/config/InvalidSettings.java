package io.osusume.config;

import java.util.List;

/** Thrown by a config record that is built from values it cannot hold; names every one of them. */
public final class InvalidSettings extends IllegalArgumentException {
    private final transient List<Problem> problems;

    InvalidSettings(List<Problem> problems) {
        super(String.join(
                "; ",
                problems.stream()
                        .map(p -> p.key() + " = " + p.value() + ": " + p.reason() + "; " + p.fix())
                        .toList()));
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
