package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Columns that say of an order, or of one of its lines, that it was called off or came back: by yes and no, by when, or by why. */
record OrderFlags(LineReader read, OrderHeads heads) {
    /** Of a name that tells alone what becomes of a line. */
    private static final double SURE = 0.9;

    private static final Pattern REASON = Pattern.compile("reason|grund|理由");
    private static final List<String> NO_REASON = List.of("none", "no", "n/a", "na", "null", "-", "0");
    /** More than so many do not come back. */
    private static final double SOME = 0.8;

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

    /** Whether a column says when or why some were called off or came back, and is empty of the others: what is rented has such a day always. */
    static boolean isOfSome(ColumnProfile column) {
        return column.filledShare() < SOME && (column.isTime() || isReason(column));
    }

    private static boolean isReason(ColumnProfile column) {
        return REASON.matcher(HeaderNames.plain(column.name())).find()
                && column.isText()
                && column.counts().keySet().stream()
                        .anyMatch(why -> !NO_REASON.contains(why.strip().toLowerCase(Locale.ROOT)));
    }

    private String said(Ref ref) {
        ColumnProfile column = ref.column();
        if (isReason(column)) {
            String none = NO_REASON.stream().map(Sql::text).collect(Collectors.joining(", "));
            return "lower(trim(" + read.carried(ref).sql() + ")) NOT IN ('', " + none + ")";
        }
        return column.isFlag()
                ? "parse_yes(" + read.carried(ref).sql() + ")"
                : "nullif(trim(" + Sql.dated(read.carried(ref).sql(), column) + "), '') IS NOT NULL";
    }
}
