package io.osusume.contracts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The invoices of a plan: what a customer was billed for it on one day is one, however many lines it has (a line a seat, seats
 * at two prices). What comes back takes back the newest invoice before it: who is given the last payment back has left.
 */
final class Invoices {
    private static final String DAY = "_day";
    private static final String CHANGE = "_change";
    private static final String AMOUNT = "_amount";
    private static final String BOUGHT = "_bought";
    private static final String NUMBER = "_number";
    private static final String LEFT = "_left";
    private static final String UNIT_AMOUNT = "decimal(28,6)";

    private Invoices() {}

    /** The run of each customer's invoices of a product that stand: first day, last priced day, latest price and units. */
    static Dataset<Row> runs(Dataset<Row> lines, LocalDate asOf) {
        String[] plan = {Orders.CUSTOMER_ID, Orders.PRODUCT_ID};
        Column priced = col(Claims.PRICE).gt(0);
        return standing(lines, (int) asOf.toEpochDay(), plan)
                .groupBy(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .agg(
                        min(DAY).as(Claims.STARTED),
                        max(when(priced, col(DAY))).as(Claims.LAST_PRICED),
                        max_by(when(priced, col(Claims.PRICE)), when(priced, col(DAY)))
                                .as(Claims.PRICE),
                        max_by(col(LEFT), col(DAY)).cast(Types.QUANTITY).as(Claims.UNITS));
    }

    /** One row an invoice of which something is left: its day, the units left and the price of one. */
    private static Dataset<Row> standing(Dataset<Row> lines, int asOf, String... plan) {
        Column back = col(Orders.QUANTITY).minus(col(Orders.NET_QUANTITY));
        Column day = unix_date(to_date(col(Orders.ORDERED_AT)));
        Column backOn = unix_date(to_date(coalesce(col(Orders.RETURNED_AT), col(Orders.ORDERED_AT))));
        Dataset<Row> changes = lines.where(col(Orders.CUSTOMER_ID)
                        .isNotNull()
                        .and(col(Orders.QUANTITY).gt(0)))
                .select(
                        col(plan[0]),
                        col(plan[1]),
                        explode(array(
                                        change(day, col(Orders.QUANTITY), col(Orders.UNIT_PRICE)),
                                        change(backOn, back.multiply(-1), lit(0))))
                                .as("_c"))
                .select(col(plan[0]), col(plan[1]), col("_c.*"))
                .where(col(CHANGE).notEqual(0).and(col(DAY).leq(asOf)))
                .groupBy(col(plan[0]), col(plan[1]), col(DAY), col(CHANGE).gt(0).as(BOUGHT))
                .agg(sum(CHANGE).as(CHANGE), sum(AMOUNT).as(AMOUNT));
        // What comes back on the day of an invoice is of that invoice.
        Column number = count_if(col(BOUGHT))
                .over(Window.partitionBy(plan[0], plan[1])
                        .orderBy(col(DAY), col(BOUGHT).desc())
                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        return changes.withColumn(NUMBER, number)
                .where(col(NUMBER).gt(0))
                .groupBy(plan[0], plan[1], NUMBER)
                .agg(
                        min(DAY).as(DAY),
                        sum(CHANGE).as(LEFT),
                        sum(AMOUNT)
                                .divide(abs(sum(when(col(BOUGHT), col(CHANGE)))))
                                .cast(UNIT_AMOUNT)
                                .as(Claims.PRICE))
                .where(col(LEFT).gt(0));
    }

    private static Column change(Column day, Column units, Column price) {
        Column whole = units.cast(UNIT_AMOUNT);
        return struct(
                day.as(DAY),
                whole.as(CHANGE),
                whole.multiply(price).cast(UNIT_AMOUNT).as(AMOUNT));
    }
}
