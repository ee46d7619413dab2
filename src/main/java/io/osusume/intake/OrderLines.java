package io.osusume.intake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OrdersConfig;
import io.osusume.io.Observed;
import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Order lines with returns netted. Grain: one purchased line (quantity above 0, not cancelled); {@link Orders#NET_QUANTITY}
 * is what is left of it, {@link Orders#NET_PRICE} what one unit came to.
 *
 * <p>A line of a negative quantity or price is a return, unless it is one of {@link Adjustments}; so is one of a returned
 * status, beside another line of its order and product that was bought; alone it takes back itself, and is a line of quantity 0.
 *
 * <p>A customer's returns of a product take back the units bought before them, oldest first. With S_j the running sum of
 * signed quantities, min(0, min S_j) is the number of units returned that were never seen bought; the other returned units
 * M are taken from the earliest purchases: net = quantity − clamp(M − bought before, 0, quantity).
 */
public final class OrderLines {
    /** What a line counts for: {@link Statuses#kind}. */
    static final String KIND = "_kind";

    private static final String SIGNED = "_signed";
    private static final String RUNNING = "_running";
    private static final String BOUGHT = "_bought";
    private static final String MATCHED = "_matched";
    static final String ADJUSTS = "_adjusts";
    private static final String ITSELF = "_itself";

    private final OrdersConfig config;

    public OrderLines(OrdersConfig config) {
        this.config = config;
    }

    /**
     * Netted lines.
     *
     * @param figures {@link LineFigures}, once the rows are written; empty where no line takes anything back
     */
    record Netted(Dataset<Row> rows, Adjustments adjustments, Optional<Observation> figures) {
        /** What a person should know of them, once the rows are written. */
        List<String> notes() {
            return figures.map(f -> LineFigures.notes(Observed.figures(f), adjustments.unsold()))
                    .orElse(List.of());
        }
    }

    /** Nets the accepted rows of {@code orders}. */
    public Dataset<Row> net(Dataset<Row> orders) {
        return netted(orders, true).rows();
    }

    /** As {@link #net}, with what was found; {@code takesBack} where any of them takes something back or away. */
    Netted netted(Dataset<Row> orders, boolean takesBack) {
        Dataset<Row> lines = orders.withColumn(KIND, new Statuses(config).kind());
        if (!takesBack) {
            Dataset<Row> bought = Adjustments.NONE
                    .spread(
                            lines.where(col(KIND)
                                    .equalTo(Statuses.SALE)
                                    .and(col(Orders.QUANTITY).gt(0))),
                            lit(true))
                    .withColumn(Orders.NET_QUANTITY, col(Orders.QUANTITY))
                    .withColumn(Orders.RETURNED_AT, lit(null).cast(Types.INSTANT));
            return new Netted(bought.select(columns()), Adjustments.NONE, Optional.empty());
        }
        Adjustments adjustments = Adjustments.in(lines);
        Observation figures = new Observation("line figures");
        Dataset<Row> judged = adjustments.spread(
                lines.where(col(KIND).notEqual(Statuses.CANCELLED))
                        .withColumn(ADJUSTS, adjustments.is())
                        .withColumn(ITSELF, takesBackItself())
                        .withColumn(SIGNED, signed()),
                col(SIGNED).gt(0));
        Dataset<Row> netted = running(judged)
                .observe(figures, LineFigures.RETURNS.of(isReturn()), rest(adjustments))
                .where(col(SIGNED).gt(0).or(col(ITSELF)))
                .withColumn(Orders.NET_QUANTITY, left().cast(Types.QUANTITY))
                .withColumn(
                        Orders.QUANTITY,
                        when(col(ITSELF), lit(0))
                                .otherwise(col(Orders.QUANTITY))
                                .cast(Types.QUANTITY));
        return new Netted(netted.select(columns()), adjustments, Optional.of(figures));
    }

    /** Whether a line takes something back or away, by its sign. */
    static Column minus() {
        return col(Orders.QUANTITY).lt(0).or(col(Orders.UNIT_PRICE).lt(0));
    }

    private static Column isReturn() {
        return col(SIGNED).lt(0);
    }

    /** A returned line whose order has no other line of the product that was bought. */
    private static Column takesBackItself() {
        Column bought = col(KIND).equalTo(Statuses.SALE).and(not(minus()));
        Column beside = coalesce(max(bought).over(Window.partitionBy(Orders.ORDER_ID, Orders.PRODUCT_ID)), lit(false));
        return col(KIND).equalTo(Statuses.RETURN).and(not(minus())).and(not(beside));
    }

    private static Column signed() {
        Column back = col(KIND).equalTo(Statuses.RETURN).or(minus());
        return when(col(ADJUSTS).or(col(ITSELF)), lit(0))
                .when(back, abs(col(Orders.QUANTITY)).multiply(-1))
                .otherwise(col(Orders.QUANTITY))
                .cast(Types.QUANTITY);
    }

    private static Dataset<Row> running(Dataset<Row> judged) {
        // A line without customer is nobody's: its order stands for the customer.
        WindowSpec history = Window.partitionBy(
                col(Orders.CUSTOMER_ID),
                when(col(Orders.CUSTOMER_ID).isNull(), col(Orders.ORDER_ID)),
                col(Orders.PRODUCT_ID));
        WindowSpec soFar = history.orderBy(
                        col(Orders.ORDERED_AT), col(SIGNED).desc(), col(Orders.ORDER_ID), col(Orders.UNIT_PRICE))
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        return judged.withColumn(RUNNING, sum(col(SIGNED)).over(soFar))
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

    private static Column[] rest(Adjustments adjustments) {
        return new Column[] {
            LineFigures.UNBOUGHT.of(isReturn().and(col(BOUGHT).equalTo(0))),
            LineFigures.BY_PRICE.of(isReturn()
                    .and(col(Orders.UNIT_PRICE).lt(0))
                    .and(col(Orders.QUANTITY).gt(0))),
            LineFigures.ITSELF.of(col(ITSELF)),
            LineFigures.ADJUSTMENTS.of(col(ADJUSTS)),
            LineFigures.ALONE.of(col(ADJUSTS).and(adjustments.isAlone()))
        };
    }

    private static Column[] columns() {
        return Orders.LINES.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
    }
}
