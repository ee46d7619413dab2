package io.osusume.intake.profile;

import io.osusume.tables.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that are named as one of an input's and are not proposed to be it: a run would take them by their name alone, unless
 * the configuration says otherwise.
 */
final class SameNames {
    private SameNames() {}

    /** With a line for each that keeps it from being read. */
    static ProposedInput shut(ProposedInput proposed) {
        if (proposed.query().isPresent() && !proposed.query().get().contains("*")) {
            return proposed;
        }
        List<ProposedColumn> columns = new ArrayList<>(proposed.columns());
        for (Field field : proposed.input().table().columns()) {
            if (proposed.column(field.name()).isEmpty()) {
                named(proposed, field)
                        .map(c -> new ProposedColumn(
                                field.name(), "NULL", 0.6, c.commonest(3), c.name() + " does not look like it: is it?"))
                        .ifPresent(columns::add);
            }
        }
        return new ProposedInput(
                proposed.input(),
                proposed.from(),
                proposed.query(),
                List.copyOf(columns),
                proposed.remarks(),
                proposed.questions());
    }

    private static Optional<ColumnProfile> named(ProposedInput proposed, Field field) {
        return proposed.from().stream()
                .limit(1)
                .flatMap(own -> own.columns().values().stream())
                .filter(c -> c.name().equalsIgnoreCase(field.name()))
                .findFirst();
    }
}
