package io.osusume.intake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import java.math.RoundingMode;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines that are no products but change what their order is worth: vouchers, discounts, shipping. By their status, or because
 * they take away money in the name of something that nobody ever bought at a price above 0.
 *
 * @param unsold ids under which money is only ever taken away
 * @param lines how many there are
 */
record Adjustments(List<Unsold> unsold, long lines) {
    static final Adjustments NONE = new Adjustments(List.of(), 0);

    /** Their orders fit every task's memory. */
    private static final long FEW = 100_000;

    private static final String TAKEN = "_taken";
    private static final String GROSS = "_gross";

    /** One product id that nobody ever bought at a price above 0. */
    record Unsold(String product, long lines, String amount) {}

    /** Grain of the search: one product of the lines, each with what it {@link OrderLines#KIND counts for}. */
    static Adjustments in(Dataset<Row> lines) {
        Column sold = col(OrderLines.KIND)
                .equalTo(Statuses.SALE)
                .and(col(Orders.QUANTITY).gt(0))
                .and(col(Orders.UNIT_PRICE).gt(0));
        Column byStatus = col(OrderLines.KIND).equalTo(Statuses.ADJUSTMENT);
        Column takes = takesMoney();
        List<Row> found = lines.groupBy(Orders.PRODUCT_ID)
                .agg(
                        count_if(sold).as("sold"),
                        count_if(takes).as("lines"),
                        sum(when(takes, money())).as("amount"),
                        count_if(byStatus).as("by_status"))
                .where(col("by_status")
                        .gt(0)
                        .or(col("sold").equalTo(0).and(col("lines").gt(0))))
                .orderBy(col("lines").desc(), col(Orders.PRODUCT_ID))
                .collectAsList();
        List<Unsold> unsold = found.stream()
                .filter(r -> r.getLong(1) == 0 && r.getLong(2) > 0)
                .map(r -> new Unsold(
                        r.getString(0),
                        r.getLong(2),
                        r.getDecimal(3).setScale(2, RoundingMode.HALF_UP).toPlainString()))
                .toList();
        long byStatusAlone = found.stream().mapToLong(r -> r.getLong(4)).sum();
        return new Adjustments(
                unsold, byStatusAlone + unsold.stream().mapToLong(Unsold::lines).sum());
    }

    /** Whether a line is one: no product. */
    Column is() {
        Column unsoldProduct = unsold.isEmpty()
                ? lit(false)
                : col(Orders.PRODUCT_ID)
                        .isInCollection(unsold.stream().map(Unsold::product).toList());
        return col(OrderLines.KIND).equalTo(Statuses.ADJUSTMENT).or(takesMoney().and(unsoldProduct));
    }

    /**
     * Spreads them: net price = unit price × max(0, 1 + adjustments ÷ value of the order's products). An order without
     * products of value has nothing that they could change.
     *
     * @param judged all lines, with their signed quantity
     * @param rows the same, or some of them, to which the net price is added
     */
    Dataset<Row> spread(Dataset<Row> judged, Dataset<Row> rows) {
        Column unitPrice = col(Orders.UNIT_PRICE);
        if (lines == 0) {
            return rows.withColumn(Orders.NET_PRICE, unitPrice.cast(Types.NET_PRICE));
        }
        Dataset<Row> orders = changed(judged);
        Column changed = greatest(
                lit(0.0),
                lit(1.0).plus(col(TAKEN).cast("double").divide(col(GROSS).cast("double"))));
        return rows.join(lines <= FEW ? broadcast(orders) : orders, new String[] {Orders.ORDER_ID}, "left")
                .withColumn(
                        Orders.NET_PRICE,
                        when(
                                        col(TAKEN).isNotNull().and(col(GROSS).gt(0)),
                                        unitPrice.cast("double").multiply(changed))
                                .otherwise(unitPrice)
                                .cast(Types.NET_PRICE));
    }

    /** One row an order that has any: what they come to, and what its products do. */
    private static Dataset<Row> changed(Dataset<Row> judged) {
        Dataset<Row> taken = judged.where(col(OrderLines.ADJUSTS))
                .groupBy(Orders.ORDER_ID)
                .agg(sum(amount()).as(TAKEN));
        Dataset<Row> gross = judged.where(col(OrderLines.SIGNED).gt(0))
                .groupBy(Orders.ORDER_ID)
                .agg(sum(money()).as(GROSS));
        return taken.join(gross, new String[] {Orders.ORDER_ID}, "left");
    }

    /** Of a line in an order without products of value: it changes nothing. */
    Column isAlone() {
        return lines > 0 ? not(coalesce(col(GROSS).gt(0), lit(false))) : lit(false);
    }

    /** What the line changes: below 0 where it takes away. */
    private static Column amount() {
        return when(OrderLines.minus(), abs(money()).multiply(-1)).otherwise(money());
    }

    /** In the name of a product; a line that says by its status that it was given back is a return, whatever was sold. */
    private static Column takesMoney() {
        return col(OrderLines.KIND)
                .equalTo(Statuses.SALE)
                .and(OrderLines.minus())
                .and(money().notEqual(0));
    }

    private static Column money() {
        return col(Orders.QUANTITY).multiply(col(Orders.UNIT_PRICE));
    }
}
