package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import io.osusume.tables.Features;
import io.osusume.tables.Orders;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer bought; what contracts came to is told by the holdings. Grain: one customer with a purchase. */
final class PurchaseSummary {
    private static final String AT = "_at";
    private static final String REVENUE = "_revenue";
    private static final String DAYS = "_days";
    private static final String INTERVALS = "_intervals";

    private PurchaseSummary() {}

    static Dataset<Row> of(Dataset<Row> lines, Lookback lookback) {
        Column revenue = col(Orders.NET_QUANTITY).multiply(col(Orders.NET_PRICE));
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull().and(lookback.known(col(Orders.ORDERED_AT))))
                .groupBy(Orders.CUSTOMER_ID, Orders.ORDER_ID)
                .agg(min(Orders.ORDERED_AT).as(AT), sum(revenue).as(REVENUE))
                .groupBy(Orders.CUSTOMER_ID)
                .agg(
                        count(lit(1)).as(Features.ORDERS),
                        count_if(lookback.within(col(AT), 90)).as(Features.ORDERS_90D),
                        count_if(lookback.within(col(AT), 365)).as(Features.ORDERS_365D),
                        min(AT).as(Features.FIRST_ORDERED_AT),
                        max(AT).as(Features.LAST_ORDERED_AT),
                        sum(REVENUE).cast(Types.MONEY).as(Features.NET_REVENUE),
                        sort_array(collect_set(to_date(col(AT)))).as(DAYS))
                .withColumn(
                        INTERVALS,
                        expr("sort_array(transform(slice(_days, 2, size(_days)), (d, i) -> datediff(d, _days[i])))"))
                .withColumn(Features.MEDIAN_INTERVAL_DAYS, median())
                .drop(DAYS, INTERVALS);
    }

    /** The median of the days between successive days of purchase; null with fewer than two intervals. */
    private static Column median() {
        return expr("if(size(_intervals) >= 2, (get(_intervals, (size(_intervals) - 1) div 2)"
                + " + get(_intervals, size(_intervals) div 2)) / 2D, null)");
    }
}
