package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which documents of a trade system are sales: quotations and contracts are none, returns and credits take back, and a line that was
 * rejected counts for nothing. By SAP's categories of documents, which are the same in each company; the types of documents are the
 * company's own, and are asked for.
 */
record DocumentKinds(LineReader read, OrderHeads heads) {
    static final String CATEGORY = "document_category";
    static final String TYPE = "document_type";
    static final String REJECTED = "rejected";
    static final String RETURNS = "return_flag";
    static final String REFERENCE = "reference_order";

    /** Inquiries, quotations, proposals, contracts, requirements. */
    private static final List<String> NO_SALES = List.of("A", "B", "D", "G", "W", "0");
    /** Returns, and requests for a credit. */
    private static final List<String> TAKE_BACK = List.of("H", "K");

    private static final List<String> CREDITS = List.of("K");
    private static final List<String> FREE = List.of("I");
    private static final Pattern CATEGORIES = Pattern.compile("[A-IKLW0]");
    /** A column that is filled for more is no reason to reject. */
    private static final double SOME = 0.5;

    private static final double KNOWN = 0.5;
    /** Types of documents are few. */
    private static final int MOST = 20;

    /** Whether the values of a column may be what it is called. */
    static boolean fits(String target, ColumnProfile column) {
        return switch (target) {
            case CATEGORY ->
                column.counts().containsKey("C")
                        && column.counts().keySet().stream()
                                .allMatch(v -> CATEGORIES.matcher(v).matches());
            case REJECTED -> column.filledShare() < SOME;
            case RETURNS -> column.counts().keySet().equals(java.util.Set.of("X"));
            case TYPE -> column.isText() && column.distinct() > 1 && column.distinct() <= MOST;
            default -> true;
        };
    }

    /** Whether it is told which lines take back. */
    boolean tell() {
        return category().isPresent() || read.lines().has(RETURNS);
    }

    private Optional<Ref> category() {
        return read.lines().column(CATEGORY).map(read.view()::own).or(() -> heads.column(CATEGORY));
    }

    private Optional<Ref> rejected() {
        return read.lines().column(REJECTED).map(read.view()::own);
    }

    /** The condition that a document is of one of these categories; empty where none is. */
    private Optional<String> isOf(List<String> categories) {
        return category().flatMap(ref -> {
            String present = categories.stream()
                    .filter(ref.column().counts()::containsKey)
                    .map(Sql::text)
                    .collect(Collectors.joining(", "));
            return present.isEmpty() ? Optional.empty() : Optional.of(ref.sql() + " IN (" + present + ")");
        });
    }

    /** The query whose rows are lines of sales, and of what takes back. */
    Optional<String> sales(Optional<String> query, List<String> remarks) {
        List<String> conditions = new ArrayList<>();
        isOf(NO_SALES).ifPresent(none -> {
            conditions.add("NOT coalesce(" + none + ", false)");
            remarks.add("Quotations, contracts and inquiries are no sales, and are left out: " + none + ".");
        });
        rejected().ifPresent(ref -> {
            conditions.add("coalesce(trim(" + ref.sql() + "), '') = ''");
            remarks.add("Lines with " + ref.column().name() + " were rejected, and are left out.");
        });
        String rows = query.map(q -> "(" + q + ")")
                .orElseGet(() -> Sql.name(read.lines().table().name()));
        return conditions.isEmpty()
                ? query
                : Optional.of("SELECT * FROM " + rows + " WHERE " + String.join(" AND ", conditions));
    }

    /** The columns by what the documents are; a credit that names its order changes what that is worth, and takes no pieces back. */
    List<ProposedColumn> over(List<ProposedColumn> columns) {
        Optional<String> credit = credit();
        List<ProposedColumn> read =
                new ArrayList<>(columns.stream().map(c -> of(c, credit)).toList());
        boolean stated = columns.stream().anyMatch(c -> c.target().equals(Orders.STATUS));
        credit.filter(c -> !stated)
                .ifPresent(c -> read.add(ProposedColumn.constant(
                        Orders.STATUS,
                        "CASE WHEN " + c + " THEN 'adjustment' ELSE 'completed' END",
                        "a credit changes what its order is worth")));
        return read;
    }

    private ProposedColumn of(ProposedColumn column, Optional<String> credit) {
        Optional<String> back = isOf(TAKE_BACK)
                .or(() ->
                        read.lines().column(RETURNS).map(c -> read.view().own(c).sql() + " = 'X'"));
        Map<String, Optional<String>> readings = Map.of(
                Orders.QUANTITY, back.map(b -> when(b, "-abs(" + amount(column) + ")", amount(column))),
                Orders.UNIT_PRICE, isOf(FREE).map(f -> when(f, "0", amount(column))),
                Orders.STATUS, credit.map(c -> when(c, "'adjustment'", column.sql())),
                Orders.ORDER_ID, credit.map(c -> when(c, reference().orElseThrow(), column.sql())),
                Orders.LINE_ID,
                        credit.map(
                                c -> when(c, "concat_ws('/', " + orderId() + ", " + column.sql() + ")", column.sql())));
        return readings.getOrDefault(column.target(), Optional.empty())
                .map(sql -> column.reading(sql).noting(note(column)))
                .orElse(column);
    }

    private static String note(ProposedColumn column) {
        String why = column.target().equals(Orders.QUANTITY)
                ? "returns and credits take back"
                : column.target().equals(Orders.UNIT_PRICE)
                        ? "some documents are free of charge"
                        : "a credit changes what its order is worth";
        return column.note().isEmpty() ? why : why + "; " + column.note();
    }

    private static String when(String condition, String then, String otherwise) {
        return "CASE WHEN " + condition + " THEN " + then + " ELSE " + otherwise + " END";
    }

    private String orderId() {
        return read.view()
                .own(read.lines().column(Orders.ORDER_ID).orElseThrow())
                .sql();
    }

    /** The condition of a credit that names the order it is for. */
    private Optional<String> credit() {
        return reference().flatMap(order -> isOf(CREDITS)
                .map(credits -> credits + " AND coalesce(trim(" + order + "), '') <> ''"));
    }

    private Optional<String> reference() {
        Optional<ColumnProfile> order = read.lines().column(Orders.ORDER_ID);
        return read.lines()
                .column(REFERENCE)
                .filter(c ->
                        order.isPresent() && KeyMatches.of(c, null, order.get()).share() >= KNOWN)
                .map(c -> read.view().own(c).sql());
    }

    /** A number that arithmetic may be done with. */
    private String amount(ProposedColumn column) {
        return read.lines().table().columns().values().stream()
                .map(read.view()::own)
                .filter(own -> own.sql().equals(column.sql()))
                .map(Sql::amount)
                .findFirst()
                .orElse(column.sql());
    }

    /** Where the documents have only types of the company's own: the line that would leave some out. */
    Optional<String> question() {
        if (category().isPresent()) {
            return Optional.empty();
        }
        return heads.column(TYPE).map(ref -> {
            List<String> types = ref.column().commonest(MOST);
            String counted = types.stream()
                    .map(type -> type + " (" + ref.column().counts().get(type) + ")")
                    .collect(Collectors.joining(", "));
            return "Are all documents sales? " + ref.column().name() + " has " + counted
                    + ".\nWithout an answer all are. Quotations, contracts and inquiries are none; name them by\n"
                    + "inputs.orders.where = "
                    + Hocon.value(
                            "coalesce(" + ref.sql() + ", '') NOT IN (" + Sql.text(types.get(types.size() - 1)) + ")");
        });
    }
}
