package io.osusume.intake.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reports whose lines stand below the name that they are of, as accounting programs write them: the name in the first column of
 * a row of its own, lines with that column empty, and totals that begin in it. The name is each line's.
 */
public final class GroupedReport {
    /** Between a name and one below it, as accounting programs write the name of a customer of a customer. */
    private static final String BELOW = ":";

    private static final int LEAST_COLUMNS = 3;

    /** What a row of a report is. */
    public enum Kind {
        /** A name, and nothing else. */
        NAME,
        TOTAL,
        /** What happened to the name above it. */
        LINE,
        EMPTY,
        /** A row of a table that is no such report. */
        ROW
    }

    private GroupedReport() {}

    /** What a row is by its fields. */
    public static Kind kind(List<String> fields) {
        boolean named = !isNothing(fields.get(0));
        boolean more = fields.stream().skip(1).anyMatch(f -> !isNothing(f));
        if (!named) {
            return more ? Kind.LINE : Kind.EMPTY;
        }
        boolean total = more ? Totals.mayBe(fields.get(0)) : Totals.is(fields.get(0));
        return total ? Kind.TOTAL : more ? Kind.ROW : Kind.NAME;
    }

    private static boolean isNothing(String field) {
        return field == null || field.isBlank();
    }

    /** Counts the rows of a table, to tell whether it is such a report. */
    public static final class Tally {
        private final int width;
        private boolean begun;
        private long names;
        private long lines;
        private long totals;
        private boolean other;

        /** @param width how many columns the table has */
        public Tally(int width) {
            this.width = width;
        }

        /** Whether what was seen so far leaves it open. */
        public boolean mayBe() {
            return width >= LEAST_COLUMNS && !other;
        }

        public void add(Kind kind) {
            other |= kind == Kind.ROW || (!begun && kind == Kind.LINE);
            begun |= kind != Kind.EMPTY;
            names += kind == Kind.NAME ? 1 : 0;
            lines += kind == Kind.LINE ? 1 : 0;
            totals += kind == Kind.TOTAL ? 1 : 0;
        }

        /** The figures of a report; empty of any other table. */
        public Optional<Figures> report() {
            boolean grouped = mayBe() && lines > 0 && names > 0 && names + totals > 1;
            return grouped ? Optional.of(new Figures(names, lines, totals)) : Optional.empty();
        }
    }

    /** How many rows of a report are names, lines and totals. */
    public record Figures(long names, long lines, long totals) {}

    /** Walks down a report, and tells whose each line is. */
    public static final class Walk {
        private final boolean totals;
        private final Deque<String> names = new ArrayDeque<>();
        private Kind last = Kind.EMPTY;

        /** @param totals whether each name's lines end in a total: a name before it is one below the name above */
        public Walk(boolean totals) {
            this.totals = totals;
        }

        /** Whose a line is, from the outermost name to the innermost; empty of what is no line. */
        public Optional<String> next(List<String> fields) {
            Kind kind = kind(fields);
            switch (kind) {
                case NAME -> {
                    if (!totals && last == Kind.LINE) {
                        names.clear();
                    }
                    names.push(fields.get(0).strip());
                }
                case TOTAL -> end(fields.get(0));
                default -> {}
            }
            last = kind == Kind.EMPTY ? last : kind;
            return kind == Kind.LINE ? Optional.of(path()) : Optional.empty();
        }

        private void end(String total) {
            boolean named = names.stream().anyMatch(total::contains);
            while (!names.isEmpty() && !(total.contains(names.pop()) || !named)) {
                // down to the name that the total is of
            }
        }

        private String path() {
            List<String> outermostFirst = new ArrayList<>(names);
            Collections.reverse(outermostFirst);
            return String.join(BELOW, outermostFirst);
        }
    }
}
