package io.osusume.intake;

import static io.osusume.intake.OrderLines.ITSELF;
import static io.osusume.intake.OrderLines.SIGNED;
import static io.osusume.intake.OrderLines.isReturn;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What returns leave of each purchased line. With S_j the running sum of a customer's signed quantities of a product, min(0, min
 * S_j) is the number of units returned that were never seen bought; the other returned units M are taken from the earliest
 * purchases: net = quantity − clamp(M − bought before, 0, quantity).
 *
 * <p>Only histories that hold a return are put in order; of all others every line stays as it is.
 *
 * @param areFew whether the histories with a return fit every task's memory
 */
record GivenBack(boolean areFew) {
    /** Units of the history that were bought up to the line; null in a history without a return. */
    static final String BOUGHT = "_bought";

    private static final String WHO = "_who";
    private static final String TOUCHED = "_touched";
    private static final String RUNNING = "_running";
    private static final String MATCHED = "_matched";

    /** Adds {@link Orders#NET_QUANTITY}, {@link Orders#RETURNED_AT} and {@link #BOUGHT} to lines with their signed quantity. */
    Dataset<Row> of(Dataset<Row> judged) {
        Dataset<Row> lines = judged.withColumn(WHO, who());
        Dataset<Row> touched = lines.where(isReturn().or(col(ITSELF)))
                .select(col(WHO), col(Orders.PRODUCT_ID), lit(true).as(TOUCHED))
                .distinct();
        Dataset<Row> marked =
                lines.join(areFew ? broadcast(touched) : touched, new String[] {WHO, Orders.PRODUCT_ID}, "left");
        Dataset<Row> netted =
                running(marked.where(col(TOUCHED))).withColumn(Orders.NET_QUANTITY, left().cast(Types.QUANTITY));
        Dataset<Row> whole = marked.where(col(TOUCHED).isNull()).withColumn(Orders.NET_QUANTITY, col(SIGNED));
        return netted.drop(RUNNING, MATCHED).unionByName(whole, true);
    }

    /** A line without customer is nobody's: its order stands for the customer. */
    private static Column who() {
        return coalesce(concat(lit("c"), col(Orders.CUSTOMER_ID)), concat(lit("o"), col(Orders.ORDER_ID)));
    }

    private static Dataset<Row> running(Dataset<Row> lines) {
        WindowSpec history = Window.partitionBy(WHO, Orders.PRODUCT_ID);
        WindowSpec soFar = history.orderBy(
                        col(Orders.ORDERED_AT), col(SIGNED).desc(), col(Orders.ORDER_ID), col(Orders.UNIT_PRICE))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return lines.withColumn(RUNNING, sum(col(SIGNED)).over(soFar))
                .withColumn(BOUGHT, sum(greatest(col(SIGNED), lit(0))).over(soFar))
                .withColumn(MATCHED, matched(history))
                .withColumn(
                        Orders.RETURNED_AT,
                        max(when(isReturn().or(col(ITSELF)), col(Orders.ORDERED_AT)))
                                .over(history));
    }

    private static Column matched(WindowSpec history) {
        Column returned = sum(greatest(col(SIGNED).multiply(-1), lit(0))).over(history);
        Column neverBought = least(min(col(RUNNING)).over(history), lit(0));
        return returned.plus(neverBought);
    }

    private static Column left() {
        Column boughtBefore = col(BOUGHT).minus(col(SIGNED));
        return col(SIGNED).minus(greatest(least(col(MATCHED).minus(boughtBefore), col(SIGNED)), lit(0)));
    }
}
