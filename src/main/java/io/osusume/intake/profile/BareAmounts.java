package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines that name no product, no pieces and no price, but an amount below 0: what an invoice takes off all of its lines, as
 * accounting programs write a discount. They change what their order is worth.
 */
record BareAmounts(LineReader read) {
    /** What such a line is read as: nobody ever buys it, and so it is no product. */
    private static final String NAME = "discount";
    /** More of the lines are no discounts. */
    private static final double SOME = 0.2;

    /** The columns, with what such lines say of themselves. */
    List<ProposedColumn> over(List<ProposedColumn> columns, List<String> remarks) {
        Optional<ColumnProfile> amount = read.lines().column(Helper.LINE_TOTAL);
        List<ColumnProfile> blank = Stream.of(
                        Orders.PRODUCT_ID, Orders.PRODUCT_NAME, Orders.QUANTITY, Orders.UNIT_PRICE)
                .flatMap(target -> read.lines().column(target).stream())
                .toList();
        boolean has = read.lines().has(Orders.QUANTITY) && read.lines().has(Orders.UNIT_PRICE) && blank.size() > 2;
        long bare = amount.isPresent() && has ? bare(amount.get(), blank) : 0;
        if (bare == 0 || bare > SOME * read.lines().table().sample().rows().size()) {
            return columns;
        }
        remarks.add(String.format(
                Locale.ROOT,
                "Lines that name no product, no pieces and no price, but an amount below 0 (%,d) are read as what is taken off their"
                        + " orders.",
                bare));
        String taken = Sql.number(read.view().own(amount.get()).sql(), amount.get());
        String is = blank.stream()
                        .map(c -> "coalesce(trim(" + read.view().own(c).sql() + "), '') = '' AND ")
                        .collect(Collectors.joining())
                + taken + " < 0";
        return columns.stream().map(column -> read(column, is, taken)).toList();
    }

    private static ProposedColumn read(ProposedColumn column, String is, String taken) {
        return switch (column.target()) {
            case Orders.PRODUCT_ID, Orders.PRODUCT_NAME -> when(column, is, Sql.text(NAME));
            case Orders.QUANTITY -> when(column, is, "1");
            case Orders.UNIT_PRICE -> when(column, is, taken);
            default -> column;
        };
    }

    private static ProposedColumn when(ProposedColumn column, String is, String then) {
        return column.reading("CASE WHEN " + is + " THEN " + then + " ELSE " + column.sql() + " END");
    }

    private long bare(ColumnProfile amount, List<ColumnProfile> blank) {
        TableSample sample = read.lines().table().sample();
        int at = sample.columns().indexOf(amount.name());
        return sample.rows().stream()
                .filter(row -> row[at] != null && LineAmounts.number(row[at], amount) < 0)
                .filter(row -> blank.stream()
                        .allMatch(c ->
                                ColumnProfile.isNothing(row[sample.columns().indexOf(c.name())])))
                .count();
    }
}
