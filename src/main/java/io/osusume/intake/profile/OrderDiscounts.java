package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is taken off a whole order and stands once for all its lines, as shops write the discount of a code. Each line bears its share
 * where the lines' prices add up to the order's amount before it.
 */
record OrderDiscounts(LineReader read) {
    private static final Pattern DISCOUNT = Pattern.compile(
            "(order |total |cart |coupon )?discounts?( amount| total)?|(cart|order) discount.*|値引額|クーポン値引");
    private static final Pattern AFTER = Pattern.compile("(order )?sub ?total|(order )?items? total|商品小計|小計");
    private static final double CENT = 0.02;
    private static final int FEWEST = 5;
    private static final double MOST = 0.8;

    /**
     * The price less the line's share; the price itself where no such columns are there, or the lines do not add up so.
     *
     * @param remarks takes up what a reader should know
     */
    ProposedColumn less(ProposedColumn price, List<String> remarks) {
        Optional<ColumnProfile> order = read.lines().column(Orders.ORDER_ID);
        Optional<ColumnProfile> unit = read.lines().column(Orders.UNIT_PRICE);
        Optional<ColumnProfile> pieces = read.lines().column(Orders.QUANTITY);
        if (order.isEmpty() || unit.isEmpty() || pieces.isEmpty()) {
            return price;
        }
        List<ColumnProfile> discounts = named(DISCOUNT, order.get()).toList();
        Optional<ProposedColumn> less = discounts.stream()
                .flatMap(off -> named(AFTER, order.get())
                        .filter(after -> addsUp(List.of(order.get(), unit.get(), pieces.get(), off, after)))
                        .map(after -> less(price, off, after)))
                .findFirst();
        if (less.isEmpty() && !discounts.isEmpty()) {
            remarks.add(
                    discounts.get(0).name() + " may be what was taken off whole orders; prices are read without it.");
        }
        return less.orElse(price);
    }

    private Stream<ColumnProfile> named(Pattern name, ColumnProfile order) {
        TableProfile table = read.lines().table();
        return table.columns().values().stream()
                .filter(c -> name.matcher(HeaderNames.plain(c.name())).matches()
                        && c.number().isPresent())
                .filter(c -> c.counts().keySet().stream().anyMatch(v -> LineAmounts.number(v) > 0))
                .filter(c ->
                        FirstLines.onlyFirst(table, order.name(), c.name()) || table.tells(order.name(), c.name()));
    }

    private boolean addsUp(List<ColumnProfile> columns) {
        TableSample sample = read.lines().table().sample();
        int[] at = columns.stream()
                .mapToInt(c -> sample.columns().indexOf(c.name()))
                .toArray();
        Map<String, double[]> orders = new HashMap<>();
        for (String[] row : sample.rows()) {
            double[] sums = orders.computeIfAbsent(String.valueOf(row[at[0]]), k -> new double[3]);
            sums[0] += number(row[at[1]]) * number(row[at[2]]);
            sums[1] = Math.max(sums[1], number(row[at[3]]));
            sums[2] = Math.max(sums[2], number(row[at[4]]));
        }
        List<double[]> reduced =
                orders.values().stream().filter(sums -> sums[1] > CENT).toList();
        long right = reduced.stream()
                .filter(sums -> Math.abs(sums[0] - sums[1] - sums[2]) < CENT)
                .count();
        return right >= FEWEST && right >= MOST * reduced.size();
    }

    /** 0 where there is none. */
    private static double number(String value) {
        double number = value == null ? 0 : LineAmounts.number(value);
        return Double.isNaN(number) ? 0 : number;
    }

    private ProposedColumn less(ProposedColumn price, ColumnProfile off, ColumnProfile after) {
        String taken = amount(off);
        String paid = amount(after);
        Ref unit = read.view().own(read.lines().column(Orders.UNIT_PRICE).orElseThrow());
        String before = price.sql().equals(unit.sql()) ? Sql.amount(unit) : price.sql();
        return price.reading("round((" + before + ") * coalesce(try_divide(" + paid + ", " + paid + " + " + taken
                        + "), 1), 4)")
                .noting("less its share of " + off.name() + ", which is of the order");
    }

    private String amount(ColumnProfile column) {
        Ref carried = read.carried(read.view().own(column));
        return "coalesce(" + Sql.amount(carried) + ", 0)";
    }
}
