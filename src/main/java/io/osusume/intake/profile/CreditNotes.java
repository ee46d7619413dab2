package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of documents that take back, beside lines of sales: invoices and credit notes, told apart by a column of kinds. */
record CreditNotes(InputGuess lines, View view) {
    private static final Pattern KINDS = Pattern.compile("(.* )?(type|kind|document)|.*(種別|区分)");
    private static final Pattern TAKES_BACK =
            Pattern.compile("(?i).*(credit ?(note|memo)|\\brefund\\b|\\breturn\\b|gutschrift|\\bavoir\\b|返品|返金|赤伝).*");
    /** Kinds of documents are few. */
    private static final int MOST = 12;

    /** The state of a line, where the kind of its document may say that it takes back; empty where no column does. */
    Optional<ProposedColumn> over(Optional<ProposedColumn> status) {
        return lines.table().columns().values().stream()
                .filter(this::tells)
                .findFirst()
                .map(kind -> {
                    String back = takingBack(kind).stream().map(Sql::text).collect(Collectors.joining(", "));
                    String standing = status.map(
                                    s -> " AND NOT coalesce(" + s.sql() + ", '') RLIKE '(?i)void|cancel|delete|draft'")
                            .orElse("");
                    String sql = "CASE WHEN " + view.own(kind).sql() + " IN (" + back + ")" + standing
                            + " THEN 'returned' ELSE "
                            + status.map(ProposedColumn::sql).orElse("'completed'") + " END";
                    return ProposedColumn.of(
                                    Orders.STATUS,
                                    sql,
                                    status.map(ProposedColumn::sure).orElse(0.8),
                                    kind)
                            .noting(kind.name() + " says of some that they take back");
                });
    }

    private boolean tells(ColumnProfile column) {
        int back = takingBack(column).size();
        return KINDS.matcher(HeaderNames.plain(column.name())).matches()
                && column.isText()
                && column.distinct() <= MOST
                && back > 0
                && back < column.distinct()
                && lines.matches().values().stream()
                        .noneMatch(match -> match.column().equals(column));
    }

    private static List<String> takingBack(ColumnProfile column) {
        return column.counts().keySet().stream()
                .filter(word -> TAKES_BACK.matcher(word).matches())
                .sorted()
                .toList();
    }
}
