package io.osusume.intake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OrdersConfig;
import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Order lines with returns netted. Grain: one purchased line (quantity above 0, not cancelled); {@link Orders#NET_QUANTITY}
 * is what is left of it.
 *
 * <p>A customer's returns of a product take back the units bought before them, oldest first. With S_j the running sum of
 * signed quantities, min(0, min S_j) is the number of units returned that were never seen bought; the other returned units
 * M are taken from the earliest purchases: net = quantity − clamp(M − bought before, 0, quantity).
 */
public final class OrderLines {
    private static final String SIGNED = "_signed";
    private static final String MATCHED = "_matched";

    private final OrdersConfig config;

    public OrderLines(OrdersConfig config) {
        this.config = config;
    }

    /** Nets the accepted rows of {@code orders}. */
    public Dataset<Row> net(Dataset<Row> orders) {
        Column status = lower(coalesce(col(Orders.STATUS), lit("")));
        Column signed = when(
                        status.isin(lowerCase(config.returnStatuses())),
                        abs(col(Orders.QUANTITY)).multiply(-1))
                .otherwise(col(Orders.QUANTITY))
                .cast(Types.QUANTITY);
        // A line without customer is nobody's: its order stands for the customer.
        WindowSpec history = Window.partitionBy(
                col(Orders.CUSTOMER_ID),
                when(col(Orders.CUSTOMER_ID).isNull(), col(Orders.ORDER_ID)),
                col(Orders.PRODUCT_ID));
        WindowSpec soFar = history.orderBy(
                        col(Orders.ORDERED_AT), col(SIGNED).desc(), col(Orders.ORDER_ID), col(Orders.UNIT_PRICE))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column bought = greatest(col(SIGNED), lit(0));
        return orders.where(status.isin(lowerCase(config.cancelledStatuses())).equalTo(false))
                .withColumn(SIGNED, signed)
                .withColumn("_running", sum(col(SIGNED)).over(soFar))
                .withColumn("_bought", sum(bought).over(soFar))
                .withColumn(MATCHED, matched(history))
                .where(col(SIGNED).gt(0))
                .withColumn(Orders.NET_QUANTITY, left().cast(Types.QUANTITY))
                .drop(SIGNED, "_running", "_bought", MATCHED);
    }

    private static Column matched(WindowSpec history) {
        Column returned = sum(greatest(col(SIGNED).multiply(-1), lit(0))).over(history);
        Column neverBought = least(min(col("_running")).over(history), lit(0));
        return returned.plus(neverBought);
    }

    private static Column left() {
        Column boughtBefore = col("_bought").minus(col(SIGNED));
        return col(SIGNED).minus(greatest(least(col(MATCHED).minus(boughtBefore), col(SIGNED)), lit(0)));
    }

    private static Object[] lowerCase(List<String> statuses) {
        return statuses.stream().map(s -> s.toLowerCase(Locale.ROOT)).toArray();
    }
}
