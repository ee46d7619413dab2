package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What the rows of order lines tell of a column that is called a price: whether it is of a piece, and before a discount. */
record LineAmounts(LineReader read) {
    private static final double CENT = 0.011;
    /** The least products, or lines, that tell something. */
    private static final int FEWEST = 5;
    /** Of these products, how many have to tell the same. */
    private static final double NEARLY_ALL = 0.9;
    /** Of the lines, so many are no accident. */
    private static final double SOME = 0.05;
    /** How far off a price may be for its own changes. */
    private static final double ALIKE = 0.15;

    /**
     * The price by its pieces where it grows with them: of nearly all products that were sold in several quantities the middle
     * price of the largest is as many times that of the smallest. Marketplaces call the amount of a line its item price.
     */
    Optional<ProposedColumn> byPieces(ProposedColumn price) {
        Map<String, TreeMap<Double, List<Double>>> sold = new HashMap<>();
        for (String[] row : rows(Orders.PRODUCT_ID, Orders.QUANTITY, Orders.UNIT_PRICE)) {
            double quantity = number(row[1]);
            double amount = number(row[2]);
            if (quantity > 0 && amount > 0) {
                sold.computeIfAbsent(row[0], product -> new TreeMap<>())
                        .computeIfAbsent(quantity, q -> new ArrayList<>())
                        .add(amount);
            }
        }
        sold.values().removeIf(quantities -> quantities.size() < 2);
        long grow = sold.values().stream().filter(LineAmounts::grows).count();
        return sold.size() < FEWEST || grow < NEARLY_ALL * sold.size()
                ? Optional.empty()
                : Optional.of(new ProposedColumn(
                        price.target(),
                        Sql.amount(own(Orders.UNIT_PRICE)) + " / nullif(" + Sql.amount(own(Orders.QUANTITY)) + ", 0)",
                        Math.min(price.sure(), OrdersProposer.GUESS),
                        price.examples(),
                        "it grows with the pieces: the line's amount by its pieces"));
    }

    private static boolean grows(TreeMap<Double, List<Double>> byQuantity) {
        double pieces = byQuantity.lastKey() / byQuantity.firstKey();
        double amounts = middle(byQuantity.lastEntry().getValue())
                / middle(byQuantity.firstEntry().getValue());
        return Math.abs(amounts / pieces - 1) < ALIKE;
    }

    private static double middle(List<Double> amounts) {
        return amounts.stream().sorted().skip(amounts.size() / 2).findFirst().orElseThrow();
    }

    /** Whether the amount of most lines that something is taken off is less than pieces × price. */
    boolean isLessThanPrices() {
        return mostDiscounted((amount, full) -> amount < full - CENT);
    }

    /** Whether the amount of most lines that something is taken off is pieces × price. */
    boolean isPrices() {
        return mostDiscounted((amount, full) -> Math.abs(amount - full) < CENT);
    }

    /** Whether the amounts of some lines tell that the price is of a hundred or a thousand pieces: a tenth may be a tax. */
    boolean arePricesOfMore() {
        if (isOfOrders(Helper.LINE_TOTAL)) {
            return false;
        }
        List<double[]> rows = rows(Helper.LINE_TOTAL, Orders.QUANTITY, Orders.UNIT_PRICE).stream()
                .map(row -> new double[] {number(row[0]), number(row[1]) * number(row[2])})
                .filter(row -> row[0] > 0 && row[1] > 0)
                .toList();
        long more = rows.stream()
                .mapToDouble(row -> Math.log10(row[1] / row[0]))
                .filter(tens -> tens > 1.5 && Math.abs(tens - Math.rint(tens)) < ALIKE)
                .count();
        return more >= FEWEST && more > SOME * rows.size();
    }

    /** Whether the column is of the order, whose lines repeat it. */
    private boolean isOfOrders(String target) {
        Optional<ColumnProfile> order = read.lines().column(Orders.ORDER_ID);
        Optional<ColumnProfile> amount = read.lines().column(target);
        return order.isPresent()
                && amount.isPresent()
                && order.get().distinct() < order.get().filled()
                && read.lines().table().tells(order.get().name(), amount.get().name());
    }

    private interface Comparison {
        boolean holds(double amount, double full);
    }

    private boolean mostDiscounted(Comparison comparison) {
        List<String[]> off = rows(Helper.LINE_DISCOUNT, Helper.LINE_TOTAL, Orders.QUANTITY, Orders.UNIT_PRICE).stream()
                .filter(row -> number(row[0]) > 0)
                .toList();
        long held = off.stream()
                .filter(row -> comparison.holds(number(row[1]), number(row[2]) * number(row[3])))
                .count();
        return off.size() >= FEWEST && 2 * held > off.size();
    }

    /** Whether the column counts some of the pieces of lines, and never more than there are. */
    boolean isPartOfPieces(String target) {
        List<double[]> rows = rows(target, Orders.QUANTITY).stream()
                .map(row -> new double[] {number(row[0]), number(row[1])})
                .filter(row -> row[0] != 0)
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(row -> row[0] > 0 && row[0] <= row[1] + CENT);
    }

    private Ref own(String target) {
        return read.view().own(read.lines().column(target).orElseThrow());
    }

    /** The values of these columns by row, of rows that have all of them; none where a column is not there. */
    private List<String[]> rows(String... targets) {
        TableSample sample = read.lines().table().sample();
        int[] at = Arrays.stream(targets)
                .map(read.lines()::column)
                .flatMap(Optional::stream)
                .mapToInt(column -> sample.columns().indexOf(column.name()))
                .toArray();
        if (at.length < targets.length) {
            return List.of();
        }
        return sample.rows().stream()
                .map(row -> Arrays.stream(at).mapToObj(i -> row[i]).toArray(String[]::new))
                .filter(row -> Arrays.stream(row).allMatch(Objects::nonNull))
                .toList();
    }

    /** As the column writes it. */
    static double number(String value, ColumnProfile column) {
        boolean comma = column.number().equals(Optional.of(NumberShape.COMMA));
        return number(comma ? value.replace(".", "").replace(',', '.') : value);
    }

    /** Of what SQL casts, with the sign of a currency or % beside it or without; NaN where it is none. */
    static double number(String value) {
        try {
            return Double.parseDouble(value.replaceAll("[^0-9.eE+-]", ""));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
