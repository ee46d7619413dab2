package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.Hocon;
import io.osusume.config.InputConfig;
import io.osusume.config.OrdersConfig;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether an order number is one order: numbers that start anew each day or at each till stand for several. Such an order is
 * taken apart by customer and day. The same scan finds orders whose status stands on one line only.
 *
 * @param orders numbers of purchased lines
 * @param customers numbers that several customers share
 * @param days numbers whose lines lie more than {@link #FAR_APART} days apart
 * @param half numbers with one line of a status beside lines without
 * @param minus lines that take something back or away by their sign, of all numbers
 * @param anew those that are taken apart, where they are few; empty where all are
 */
record OrderNumbers(long orders, long customers, long days, long half, long minus, List<String> anew) {
    /** An order that is delivered in parts may take a week. */
    private static final int FAR_APART = 7;
    /** From which share of numbers on that start anew none is trusted. */
    private static final double TRUSTED = 0.01;
    /** So few, and no larger a share, are odd lines and no way of numbering. */
    private static final int ODD = 5;

    private static final double SMALL = 0.1;
    /** As many numbers can be named to Spark one by one. */
    private static final int FEW = 10_000;

    private static final String IS_BOUGHT = "is_bought";
    private static final String IS_SALE = "is_sale";
    private static final String BOUGHT = "bought";
    private static final String MINUS = "minus";
    private static final String ONE_STATUS = "one_status";
    private static final String SEVERAL = "several";
    private static final String FAR = "far";

    static OrderNumbers in(Dataset<Row> orders, OrdersConfig config) {
        Dataset<Row> numbers = numbers(orders, config);
        Row found = numbers.agg(
                        count_if(col(BOUGHT).gt(0)),
                        count_if(col(SEVERAL)),
                        count_if(col(FAR)),
                        count_if(col(ONE_STATUS).and(col(BOUGHT).gt(1))),
                        count_if(col(SEVERAL).or(col(FAR))),
                        coalesce(sum(MINUS), lit(0L)))
                .first();
        long anew = found.getLong(4);
        double trusted = Math.max(TRUSTED * found.getLong(0), Math.min(ODD, SMALL * found.getLong(0)));
        boolean few = anew > 0 && anew <= Math.min(FEW, trusted);
        List<String> named = few
                ? numbers.where(col(SEVERAL).or(col(FAR))).select(Orders.ORDER_ID).collectAsList().stream()
                        .map(r -> r.getString(0))
                        .sorted()
                        .toList()
                : List.of();
        return new OrderNumbers(
                found.getLong(0), found.getLong(1), found.getLong(2), found.getLong(3), found.getLong(5), named);
    }

    /** One row a number. */
    private static Dataset<Row> numbers(Dataset<Row> orders, OrdersConfig config) {
        // The least and the greatest of numbers are found by hashing the orders, of texts only by sorting all lines.
        Column who = when(col(IS_SALE).and(col(Orders.CUSTOMER_ID).isNotNull()), xxhash64(col(Orders.CUSTOMER_ID)));
        Column day = when(col(IS_SALE), to_date(col(Orders.ORDERED_AT)));
        return orders.withColumn(IS_BOUGHT, col(Orders.QUANTITY).gt(0))
                .withColumn(
                        IS_SALE, col(IS_BOUGHT).and(new Statuses(config).kind().equalTo(Statuses.SALE)))
                .groupBy(Orders.ORDER_ID)
                .agg(
                        coalesce(min(who).notEqual(max(who)), lit(false)).as(SEVERAL),
                        coalesce(datediff(max(day), min(day)).gt(FAR_APART), lit(false))
                                .as(FAR),
                        count(when(col(IS_BOUGHT), col(Orders.STATUS)))
                                .equalTo(1)
                                .as(ONE_STATUS),
                        count_if(col(IS_BOUGHT)).as(BOUGHT),
                        count_if(OrderLines.minus()).as(MINUS));
    }

    /** The lines with numbers of which each is one order. */
    Dataset<Row> takenApart(Dataset<Row> lines) {
        if (customers + days == 0) {
            return lines;
        }
        Column apart = concat_ws(
                " · ",
                col(Orders.ORDER_ID),
                coalesce(col(Orders.CUSTOMER_ID), lit("-")),
                to_date(col(Orders.ORDERED_AT)).cast("string"));
        Column number = anew.isEmpty()
                ? apart
                : when(col(Orders.ORDER_ID).isInCollection(anew), apart).otherwise(col(Orders.ORDER_ID));
        return lines.withColumn(Orders.ORDER_ID, number);
    }

    /** What a person should know of them. */
    List<String> notes(InputConfig config) {
        List<String> notes = new ArrayList<>();
        if (customers + days > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Of %,d order numbers (orders.order_id), %,d stand for several customers and %,d for days more than %d days"
                            + " apart%s is taken for one order of each customer and day.",
                    orders,
                    customers,
                    days,
                    FAR_APART,
                    anew.isEmpty() ? ": they start anew, so every number" : ": each of these"));
        }
        if (half > 0) {
            String status = config.columns().getOrDefault(Orders.STATUS, Orders.STATUS);
            String order = config.columns().getOrDefault(Orders.ORDER_ID, Orders.ORDER_ID);
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d orders have a status on one line and none on their other lines, which therefore count as bought. If"
                            + " the status is the whole order's, write inputs.orders.columns.status = %s.",
                    half,
                    orders,
                    Hocon.quoted("max(" + status + ") OVER (PARTITION BY " + order + ")")));
        }
        return notes;
    }
}
