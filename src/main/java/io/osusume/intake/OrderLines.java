package io.osusume.intake;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
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

/**
 * Order lines with returns netted. Grain: one purchased line (quantity above 0, not cancelled); {@link Orders#NET_QUANTITY}
 * is what is left of it, {@link Orders#NET_PRICE} what one unit came to.
 *
 * <p>A line of a negative quantity or price is a return, unless it is one of {@link Adjustments}; so is one of a returned
 * status, beside another line of its order and product that was bought; alone it takes back itself, and is a line of quantity 0.
 * A customer's returns of a product take back the units bought before them, oldest first ({@link GivenBack}).
 */
public final class OrderLines {
    /** What a line counts for: {@link Statuses#kind}. */
    static final String KIND = "_kind";

    private static final long MANY = 1_000_000_000;

    /** Units that a line adds, or below 0 gives back. */
    static final String SIGNED = "_signed";

    static final String ADJUSTS = "_adjusts";
    /** Whether the line takes back itself. */
    static final String ITSELF = "_itself";

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

    /**
     * How many lines take something back or away.
     *
     * @param returned by a returned status
     * @param adjusting by the status of an adjustment
     * @param minus by their sign
     */
    record Backward(long returned, long adjusting, long minus) {
        /** Where nobody has counted. */
        static final Backward UNKNOWN = new Backward(MANY, MANY, MANY);

        static final Backward NONE = new Backward(0, 0, 0);

        private static final long FEW = 100_000;

        private boolean isNone() {
            return returned + adjusting + minus == 0;
        }

        private boolean areFew() {
            return returned + adjusting + minus <= FEW;
        }
    }

    /** Nets the accepted rows of {@code orders}. */
    public Dataset<Row> net(Dataset<Row> orders) {
        return netted(orders, Backward.UNKNOWN).rows();
    }

    /** As {@link #net}, with what was found. */
    Netted netted(Dataset<Row> orders, Backward backward) {
        Dataset<Row> lines = orders.withColumn(KIND, new Statuses(config).kind());
        if (backward.isNone()) {
            Dataset<Row> sold = lines.where(
                    col(KIND).equalTo(Statuses.SALE).and(col(Orders.QUANTITY).gt(0)));
            Dataset<Row> bought = Adjustments.NONE
                    .spread(sold, sold)
                    .withColumn(Orders.NET_QUANTITY, col(Orders.QUANTITY))
                    .withColumn(Orders.RETURNED_AT, lit(null).cast(Types.INSTANT));
            return new Netted(bought.select(columns()), Adjustments.NONE, Optional.empty());
        }
        Adjustments adjustments = Adjustments.in(lines);
        Observation figures = new Observation("line figures");
        Dataset<Row> judged = lines.where(col(KIND).notEqual(Statuses.CANCELLED))
                .withColumn(ADJUSTS, adjustments.is())
                .withColumn(ITSELF, backward.returned() > 0 ? takesBackItself() : lit(false))
                .withColumn(SIGNED, signed());
        Dataset<Row> netted = adjustments
                .spread(judged, new GivenBack(backward.areFew()).of(judged))
                .observe(figures, LineFigures.RETURNS.of(isReturn()), rest(adjustments))
                .where(col(SIGNED).gt(0).or(col(ITSELF)))
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

    static Column isReturn() {
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

    private static Column[] rest(Adjustments adjustments) {
        return new Column[] {
            LineFigures.UNBOUGHT.of(isReturn().and(col(GivenBack.BOUGHT).equalTo(0))),
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
