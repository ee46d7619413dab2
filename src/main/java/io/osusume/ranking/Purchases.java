package io.osusume.ranking;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.features.Signals;
import io.osusume.tables.Orders;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What counts as a purchase everywhere in this package: a paid line (price above 0) of a known customer. A gift says nothing
 * of what the customer would buy, and a line without customer nothing of whom to offer it to. Returned purchases count: the
 * product is no longer new to the customer.
 */
public final class Purchases {
    private static final String DAY = "day";
    private static final String VALUE = "value";
    private static final String EVENTS = "events";
    private static final String ACTIVITY = "activity";

    private Purchases() {}

    /**
     * One history a customer who bought anything, with the codes of {@code products}; products that it does not hold are left
     * out.
     *
     * @param signals {@link Signals}; a product that was never bought counts as none
     */
    public static JavaRDD<History> histories(Dataset<Row> lines, Dataset<Row> signals, ProductCodes products) {
        Dataset<Row> codes = products.codes(lines.sparkSession());
        Dataset<Row> bought = paid(lines)
                .groupBy(Orders.CUSTOMER_ID, DAY, Orders.ORDER_ID, Orders.PRODUCT_ID)
                .agg(
                        sum(Orders.QUANTITY).cast("double").as(Orders.QUANTITY),
                        sum(col(Orders.QUANTITY).multiply(col(Orders.UNIT_PRICE)))
                                .cast("double")
                                .as(VALUE));
        Dataset<Row> traces = signals.join(broadcast(codes), new String[] {Signals.PRODUCT_ID}, "left")
                .groupBy(Signals.CUSTOMER_ID)
                .agg(array_sort(collect_list(struct(col(Signals.DAY), col(Signals.KIND), col(ProductCodes.CODE))))
                        .as(ACTIVITY));
        return bought.join(broadcast(codes), Orders.PRODUCT_ID)
                .groupBy(Orders.CUSTOMER_ID)
                .agg(array_sort(collect_list(struct(
                                col(DAY),
                                col(Orders.ORDER_ID),
                                col(ProductCodes.CODE),
                                col(Orders.QUANTITY),
                                col(VALUE))))
                        .as(EVENTS))
                .join(traces, new String[] {Orders.CUSTOMER_ID}, "left")
                .select(Orders.CUSTOMER_ID, EVENTS, ACTIVITY)
                .javaRDD()
                .map(row -> History.of(
                        row.getString(0),
                        row.getList(1),
                        row.isNullAt(2) ? ActivityLog.EMPTY : ActivityLog.of(row.getList(2))));
    }

    /** The products that were ever bought so, in the order of their ids. */
    public static ProductCodes products(Dataset<Row> lines) {
        List<String> ids = paid(lines).select(Orders.PRODUCT_ID).distinct().collectAsList().stream()
                .map(r -> r.getString(0))
                .sorted()
                .toList();
        return new ProductCodes(ids);
    }

    private static Dataset<Row> paid(Dataset<Row> lines) {
        return lines.where(col(Orders.CUSTOMER_ID)
                        .isNotNull()
                        .and(col(Orders.UNIT_PRICE).gt(0))
                        .and(col(Orders.QUANTITY).gt(0)))
                .select(
                        col(Orders.CUSTOMER_ID),
                        unix_date(to_date(col(Orders.ORDERED_AT))).as(DAY),
                        col(Orders.ORDER_ID),
                        col(Orders.PRODUCT_ID),
                        col(Orders.QUANTITY),
                        col(Orders.UNIT_PRICE));
    }
}
