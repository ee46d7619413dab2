package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ids that one file writes with zeros before them and another without: all are read without. */
final class SameIds {
    private static final double KNOWN = 0.3;

    private SameIds() {}

    /** The inputs with such ids made alike. */
    static List<ProposedInput> alike(List<ProposedInput> inputs, References references) {
        List<ProposedInput> alike = inputs;
        for (String key : References.KEYS) {
            Optional<ColumnProfile> known = references.to(key);
            boolean differ = known.isPresent()
                    && inputs.stream().anyMatch(input -> column(input, key)
                            .filter(own -> differ(own, known.get()))
                            .isPresent());
            if (differ) {
                alike = alike.stream().map(input -> without(input, key)).toList();
            }
        }
        return alike;
    }

    private static boolean differ(ColumnProfile own, ColumnProfile known) {
        KeyMatches.KeyMatch match = KeyMatches.of(own, null, known);
        return match.share() >= KNOWN && match.way().equals(KeyMatches.WITHOUT_ZEROS);
    }

    /** The column of a file that an input's is made of. */
    private static Optional<ColumnProfile> column(ProposedInput input, String key) {
        return input.column(key).flatMap(made -> input.from().stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(c -> !c.isEmpty() && c.commonest(3).equals(made.examples()))
                .findFirst());
    }

    private static ProposedInput without(ProposedInput input, String key) {
        List<ProposedColumn> columns = new ArrayList<>(input.columns());
        columns.replaceAll(column -> column.target().equals(key)
                ? column.reading(Sql.alike(column.sql(), KeyMatches.WITHOUT_ZEROS))
                : column);
        return new ProposedInput(
                input.input(), input.from(), input.query(), List.copyOf(columns), input.remarks(), input.questions());
    }
}
