package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that say of an order, or of one of its lines, that it was called off or came back: by yes and no, or by when. */
record OrderFlags(LineReader read, OrderHeads heads) {
    /** Of a name that tells alone what becomes of a line. */
    private static final double SURE = 0.9;

    /** The state of a line, where such columns say more than {@code status}; empty where there are none. */
    Optional<ProposedColumn> over(Optional<ProposedColumn> status) {
        List<String> cases = new ArrayList<>();
        List<ColumnProfile> telling = new ArrayList<>();
        for (String state : List.of(Helper.IS_CANCELLED, Helper.IS_RETURNED)) {
            String word = state.equals(Helper.IS_CANCELLED) ? "cancelled" : "returned";
            flags(state).forEach(ref -> {
                cases.add(" WHEN " + said(ref) + " THEN " + Sql.text(word));
                telling.add(ref.column());
            });
        }
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        String otherwise = status.map(ProposedColumn::sql).orElse("'completed'");
        return Optional.of(ProposedColumn.of(
                        Orders.STATUS,
                        "CASE" + String.join("", cases) + " ELSE " + otherwise + " END",
                        status.map(ProposedColumn::sure).orElse(SURE),
                        telling.get(0))
                .noting(String.join(
                                " and ",
                                telling.stream().map(ColumnProfile::name).toList())
                        + (telling.size() == 1 ? " says" : " say") + " of some that they count for nothing"));
    }

    /** An order may have a flag of each kind and a day beside it: any of them tells. */
    private List<Ref> flags(String state) {
        List<Ref> flags = new ArrayList<>();
        read.lines().all(state).forEach(column -> flags.add(read.view().own(column)));
        flags.addAll(heads.all(state));
        return flags;
    }

    private String said(Ref ref) {
        ColumnProfile column = ref.column();
        return column.isFlag()
                ? "parse_yes(" + read.carried(ref, ref.sql()) + ")"
                : "nullif(trim(" + read.carried(ref, Sql.dated(ref.sql(), column)) + "), '') IS NOT NULL";
    }
}
