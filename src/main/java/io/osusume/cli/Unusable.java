package io.osusume.cli;

import io.osusume.intake.TrialResult;
import io.osusume.intake.profile.ProposedInput;
import io.osusume.tables.Field;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Columns that would cost an input more rows than a night may reject, and without which it can be read. */
final class Unusable {
    private final double limit;

    /** @param limit the largest share of rows that may be rejected */
    Unusable(double limit) {
        this.limit = limit;
    }

    /** The input without them, each asked for; the input itself where there are none. */
    ProposedInput leftOut(ProposedInput input, TrialResult result) {
        ProposedInput left = input;
        for (Map.Entry<String, Long> column : rejected(input, result).entrySet()) {
            if (column.getValue() > limit * result.rows()) {
                left = left.without(
                        column.getKey(),
                        String.format(
                                Locale.ROOT, "it cannot be read in %,d of %,d rows", column.getValue(), result.rows()));
            }
        }
        return left;
    }

    /** Optional column → rows that are rejected for it. */
    private static Map<String, Long> rejected(ProposedInput input, TrialResult result) {
        Map<String, Long> rows = new TreeMap<>();
        for (TrialResult.Group group : result.groups()) {
            String reason = group.reason().orElse("");
            input.input().table().columns().stream()
                    .filter(f -> !f.required() && isFor(f, reason))
                    .filter(f -> input.column(f.name()).isPresent())
                    .findFirst()
                    .ifPresent(f -> rows.merge(f.name(), group.rows(), Long::sum));
        }
        return rows;
    }

    /** Reasons are a word and the column's name, such as failed_name, and may say more behind a colon. */
    private static boolean isFor(Field field, String reason) {
        String named = reason.replaceFirst(":.*", "");
        return named.endsWith("_" + field.name())
                && named.indexOf('_') == named.length() - field.name().length() - 1;
    }
}
