package io.osusume.tables;

import java.util.List;
import java.util.Optional;

/**
 * A table that a company brings. Required columns must be mapped; a row without one of them is rejected.
 *
 * @param table its grain, key and columns
 * @param timeColumn when the row became a fact; a row later than the as-of date is not seen. Empty where rows carry no
 *     such time
 * @param identities column groups of which each row must fill at least one; empty where the required columns suffice
 */
public record Input(Table table, Optional<String> timeColumn, List<List<String>> identities) {

    static Input timed(String timeColumn, Table table) {
        return new Input(table, Optional.of(timeColumn), List.of());
    }

    static Input timeless(Table table) {
        return new Input(table, Optional.empty(), List.of());
    }

    Input identifiedBy(List<List<String>> groups) {
        return new Input(table, timeColumn, groups);
    }

    public String name() {
        return table.name();
    }
}
