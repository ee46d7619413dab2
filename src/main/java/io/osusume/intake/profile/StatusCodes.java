package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.Optional;
import java.util.Set;

/** States of orders that a mall writes as codes in place of words. */
final class StatusCodes {
    /** 100 to confirm, 200 in process, 300 to ship, 400 to settle, 500 shipped, 600 being paid, 700 paid, 800 and 900 called off. */
    private static final Set<String> HUNDREDS = Set.of("100", "200", "300", "400", "500", "600", "700", "800", "900");

    private StatusCodes() {}

    /** What makes words of the codes; empty where the column holds none. */
    static Optional<ProposedColumn> read(Ref ref, double sure) {
        ColumnProfile column = ref.column();
        boolean codes = column.name().matches(".*(ステータス|状態|状況).*")
                && !column.isEmpty()
                && HUNDREDS.containsAll(column.counts().keySet());
        return codes
                ? Optional.of(ProposedColumn.of(
                                Orders.STATUS,
                                "CASE WHEN " + ref.sql() + " IN ('800', '900') THEN 'cancelled' ELSE 'completed' END",
                                sure,
                                column)
                        .noting("the mall's codes: 800 and 900 are called off"))
                : Optional.empty();
    }
}
