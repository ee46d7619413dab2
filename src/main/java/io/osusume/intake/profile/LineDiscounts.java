package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column that takes a part off the prices of lines: where it is a share of 0 to 1, or called a percentage, as the price of a piece stands before it.
 * Where the amount of the line tells that the price has it off already, nothing is taken off twice.
 */
record LineDiscounts(LineReader read, LineAmounts amounts) {
    private static final Pattern PERCENT = Pattern.compile("(?i)percent|prozent|pourcent|%|率");
    private static final Pattern AMOUNT = Pattern.compile("amount|額");

    /**
     * The price less the discount; the price itself where there is none.
     *
     * @param remarks takes up what a reader should know
     */
    ProposedColumn less(ProposedColumn price, List<String> remarks) {
        AmountsOff off = new AmountsOff(read);
        Optional<ColumnProfile> told = off.told();
        if (told.isPresent()) {
            return off.less(price, told.get());
        }
        Optional<ColumnProfile> discount = read.lines()
                .column(Helper.LINE_DISCOUNT)
                .filter(LineDiscounts::takesOff)
                .filter(this::isOfLine);
        Optional<ColumnProfile> before = read.lines().column(Orders.UNIT_PRICE);
        if (discount.isEmpty() || before.isEmpty() || amounts.isPrices()) {
            return price;
        }
        String name = discount.get().name();
        boolean percent = isPercent(discount.get());
        if (!percent && !isShare(discount.get())) {
            remarks.add(name
                    + " may be what was taken off; prices are read without it. Where it is an amount of the line, the"
                    + " price of a piece is unit_price less " + name + " by quantity.");
            return price;
        }
        String taken = Sql.amount(read.view().own(discount.get())) + (percent ? " / 100" : "");
        String sql = "round(" + Sql.amount(read.view().own(before.get())) + " * (1 - coalesce(" + taken + ", 0)), 4)";
        return new ProposedColumn(
                price.target(),
                sql,
                Math.min(price.sure(), OrdersProposer.GUESS),
                price.examples(),
                "less the " + (percent ? "percentage" : "share") + " that " + name + " takes off");
    }

    /** What stands once an order is of the order, see {@link OrderDiscounts}. */
    private boolean isOfLine(ColumnProfile column) {
        return read.lines()
                .column(Orders.ORDER_ID)
                .filter(order -> FirstLines.onlyFirst(read.lines().table(), order.name(), column.name()))
                .isEmpty();
    }

    private static boolean takesOff(ColumnProfile column) {
        return column.number().isPresent()
                && column.counts().keySet().stream().anyMatch(value -> LineAmounts.number(value) != 0);
    }

    /** Called so, and from 0 to 100: where nothing is above 1 it may be a share as well. */
    private static boolean isPercent(ColumnProfile column) {
        double[] shares = column.counts().keySet().stream()
                .filter(value -> !ColumnProfile.isNothing(value))
                .mapToDouble(LineAmounts::number)
                .toArray();
        return PERCENT.matcher(column.name()).find()
                && Arrays.stream(shares).allMatch(share -> share >= 0 && share <= 100)
                && Arrays.stream(shares).anyMatch(share -> share > 1);
    }

    /** From 0 to 1 and not only these two, which may be a flag; what is called an amount is none. */
    private static boolean isShare(ColumnProfile column) {
        double[] shares = column.counts().keySet().stream()
                .mapToDouble(value -> value.contains("%") ? Double.NaN : LineAmounts.number(value))
                .toArray();
        return !AMOUNT.matcher(HeaderNames.plain(column.name())).find()
                && Arrays.stream(shares).allMatch(share -> share >= 0 && share <= 1)
                && Arrays.stream(shares).anyMatch(share -> share > 0 && share < 1);
    }
}
