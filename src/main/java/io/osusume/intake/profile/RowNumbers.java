package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import java.util.Optional;

/** What names a row where no column has a word for it. */
final class RowNumbers {
    private final InputGuess guess;
    private final View view;

    RowNumbers(InputGuess guess, View view) {
        this.guess = guess;
        this.view = view;
    }

    /** The first column that names each row and that nothing else is made of, else the customer and the time. */
    Optional<ProposedColumn> column(Field field, String time) {
        return guess.table().columns().values().stream()
                .filter(c -> c.isUnique() && c.filledShare() == 1 && !c.isTime() && c.hasDigits())
                .filter(c -> guess.matches().values().stream()
                        .noneMatch(m -> m.column().name().equals(c.name())))
                .findFirst()
                .map(c -> ProposedColumn.of(field.name(), view.own(c).sql(), 0.6, c)
                        .noting("no row has the same as another"))
                .or(() -> both(field, time));
    }

    private Optional<ProposedColumn> both(Field field, String time) {
        return guess.column(Customers.CUSTOMER_ID).flatMap(first -> guess.column(time)
                .map(second -> ProposedColumn.constant(
                        field.name(),
                        "concat_ws('/', " + view.own(first).sql() + ", "
                                + view.own(second).sql() + ")",
                        "no column has a number of its own")));
    }
}
