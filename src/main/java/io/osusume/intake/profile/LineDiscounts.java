package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;

/**
 * A column that takes a part off the prices of lines: where it is a share of 0 to 1, as the price of a piece stands before it.
 * Where the amount of the line tells that the price has it off already, nothing is taken off twice.
 */
record LineDiscounts(LineReader read, LineAmounts amounts) {
    /**
     * The price less the discount; the price itself where there is none.
     *
     * @param remarks takes up what a reader should know
     */
    ProposedColumn less(ProposedColumn price, List<String> remarks) {
        Optional<ColumnProfile> discount =
                read.lines().column(Helper.LINE_DISCOUNT).filter(LineDiscounts::takesOff);
        Optional<ColumnProfile> before = read.lines().column(Orders.UNIT_PRICE);
        if (discount.isEmpty() || before.isEmpty() || amounts.isPrices()) {
            return price;
        }
        String name = discount.get().name();
        if (!isShare(discount.get())) {
            remarks.add(name
                    + " may be what was taken off; prices are read without it. Where it is an amount of the line, the"
                    + " price of a piece is unit_price less " + name + " by quantity.");
            return price;
        }
        String sql = "round(" + Sql.amount(read.view().own(before.get())) + " * (1 - CAST("
                + read.view().own(discount.get()).sql() + " AS DECIMAL(9,6))), 4)";
        return new ProposedColumn(
                price.target(),
                sql,
                Math.min(price.sure(), OrdersProposer.GUESS),
                price.examples(),
                "less the share that " + name + " takes off");
    }

    private static boolean takesOff(ColumnProfile column) {
        return column.number().isPresent()
                && column.counts().keySet().stream().anyMatch(value -> LineAmounts.number(value) != 0);
    }

    private static boolean isShare(ColumnProfile column) {
        return column.counts().keySet().stream()
                .allMatch(value ->
                        !value.contains("%") && LineAmounts.number(value) >= 0 && LineAmounts.number(value) < 1);
    }
}
