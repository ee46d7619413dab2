package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import java.util.Optional;

/** What customers are called where no column, or one that is empty for some, has the whole name. */
record CustomerNames(InputGuess guess, View view) {
    /** By first and last name, in the order of their language. */
    Optional<ProposedColumn> fromParts() {
        Optional<ColumnProfile> first = guess.column(Helper.FIRST_NAME);
        Optional<ColumnProfile> last = guess.column(Helper.LAST_NAME);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        boolean japanese = last.get().name().matches(".*[\\u3040-\\u9fff].*");
        String a = view.own(japanese ? last.get() : first.get()).sql();
        String b = view.own(japanese ? first.get() : last.get()).sql();
        return Optional.of(ProposedColumn.of(Customers.NAME, "concat_ws(' ', " + a + ", " + b + ")", 0.85, last.get()));
    }

    /** A column that is empty for some, as that of companies among persons, and the parts for these. */
    Optional<ProposedColumn> orParts(InputGuess.Match some) {
        return some.column().filledShare() < 1
                ? fromParts()
                        .map(parts -> new ProposedColumn(
                                Customers.NAME,
                                "coalesce(" + view.own(some.column()).sql() + ", " + parts.sql() + ")",
                                some.score(),
                                ProposedColumn.of("", "", 0, some.column()).examples(),
                                "where it is empty, first and last name"))
                : Optional.empty();
    }
}
