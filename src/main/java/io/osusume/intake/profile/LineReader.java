package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Orders;
import java.util.Optional;

/** How single columns of order lines are read. */
record LineReader(InputGuess lines, View view) {

    static Field field(String target) {
        return Orders.TABLE.column(target).orElseThrow();
    }

    Optional<ProposedColumn> direct(String target) {
        return lines.match(target).map(m -> {
            Ref ref = view.own(m.column());
            return ProposedColumn.of(target, Sql.read(field(target), carried(ref)), m.score(), m.column());
        });
    }

    /**
     * A value that only the first line of an order has is carried to the others, as it is written: a window over what has to be read first
     * would fail where one cannot be.
     */
    Ref carried(Ref ref) {
        Optional<ColumnProfile> order = lines.column(Orders.ORDER_ID);
        boolean first = order.isPresent()
                && lines.table().columns().containsValue(ref.column())
                && !order.get().equals(ref.column())
                && FirstLines.onlyFirst(
                        lines.table(), order.get().name(), ref.column().name());
        return first
                ? new Ref(
                        ref.column(),
                        "max(" + ref.sql() + ") OVER (PARTITION BY "
                                + view.own(order.get()).sql() + ")")
                : ref;
    }

    double sureness(String target, double elsewhere) {
        return lines.match(target).map(InputGuess.Match::score).orElse(elsewhere);
    }
}
