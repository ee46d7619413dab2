package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.tables.Billing;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is known of buying at will, one row a customer with any order line, from one scan of the lines.
 *
 * <p>All lines of one day (in the session's zone) are one order; it counts when its net value is above 0, so that neither a
 * day that was wholly returned nor a gift is a purchase. Lines of products billed by month or year are contracts and never
 * count here.
 */
final class OrderDays {
    static final String CUSTOMER_ID = Orders.CUSTOMER_ID;
    /** Days with a purchase. */
    static final String ORDERS = "orders";
    /** x = orders − 1; −1 without any. */
    static final String REPEATS = "repeats";
    /** t_x: days from the first to the last purchase. */
    static final String LAST = "last_after";
    /** T: days from the first purchase, or else from the first line, to as-of. */
    static final String AGE = "age";

    /** x and t_x as of one window before as-of; −1 and 0 before the first purchase. */
    static final String REPEATS_BEFORE = "repeats_before";

    static final String LAST_BEFORE = "last_before";
    /** The same as of two windows before. */
    static final String REPEATS_EARLIER = "repeats_earlier";

    static final String LAST_EARLIER = "last_earlier";

    static final String REVENUE = "revenue";
    static final String REPEAT_REVENUE = "repeat_revenue";
    /** Margin ÷ revenue, in [0, 1]: a loss is not carried into the future. */
    static final String MARGIN_RATE = "margin_rate";

    static final String DAY = "day";
    /** Net value of one day. */
    static final String VALUE = "value";

    private static final String FIRST_VALUE = "first_value";
    private static final String MARGIN = "margin";
    private static final double PARTS = 10_000;
    private static final int SHORTEST_WINDOW = 7;

    private final LtvConfig config;

    OrderDays(LtvConfig config) {
        this.config = config;
    }

    /** One row a customer, see the columns above. */
    Dataset<Row> of(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        return of(lines, products, asOf, config.validation().holdoutDays());
    }

    /** The same, with windows of so many days before as-of. */
    Dataset<Row> of(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf, int windowDays) {
        return perCustomer(
                days(lines, products, asOf), asOf, asOf.minusDays(windowDays), asOf.minusDays(2L * windowDays));
    }

    /**
     * Days of each of two windows to choose a model by: {@code ltv.validation.holdout_days}, or a third of the record where
     * that is less, which leaves as much to fit to; 0 where even a week is more.
     *
     * @param first day of the record; null without any
     */
    int windowDays(Date first, LocalDate asOf) {
        long days = first == null ? 0 : ChronoUnit.DAYS.between(first.toLocalDate(), asOf);
        long third = Math.min(config.validation().holdoutDays(), days / 3);
        return third < SHORTEST_WINDOW ? 0 : (int) third;
    }

    /** One row a customer and day with a line: its net value and margin at will. */
    Dataset<Row> days(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        return valued(lines, products, asOf)
                .select(CUSTOMER_ID, DAY, VALUE, MARGIN)
                // One shuffle serves both groupings: days lie within customers.
                .repartition(col(CUSTOMER_ID))
                .groupBy(col(CUSTOMER_ID), col(DAY))
                .agg(sum(VALUE).as(VALUE), sum(MARGIN).as(MARGIN));
    }

    /** One row a line: the columns of {@code lines}, with its day, net value and margin at will. */
    Dataset<Row> valued(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> known = products.select(Products.PRODUCT_ID, Products.BILLING, Products.UNIT_COST);
        Column contract = coalesce(col(Products.BILLING).isInCollection(Billing.byContract()), lit(false));
        Column quantity = col(Orders.NET_QUANTITY).cast("double");
        Column value = quantity.multiply(col(Orders.NET_PRICE).cast("double")).multiply(Currencies.rate(config));
        Column cost = quantity.multiply(col(Products.UNIT_COST).cast("double"));
        Column margin = coalesce(value.minus(cost), value.multiply(config.marginRate()));
        return until(lines, asOf)
                .join(known, new String[] {Products.PRODUCT_ID}, "left")
                .withColumn(VALUE, when(contract, 0L).otherwise(small(value)))
                .withColumn(MARGIN, when(contract, 0L).otherwise(small(margin)));
    }

    /** The lines of customers until the end of {@code asOf}, with their day. */
    static Dataset<Row> until(Dataset<Row> lines, LocalDate asOf) {
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .withColumn(DAY, to_date(col(Orders.ORDERED_AT)))
                .where(col(DAY).leq(lit(asOf)));
    }

    /** In ten-thousandths: whole numbers add up exactly, in any order, and far faster than decimals. */
    private static Column small(Column amount) {
        return rint(amount.multiply(PARTS)).cast("long");
    }

    private static Dataset<Row> perCustomer(Dataset<Row> days, LocalDate asOf, LocalDate before, LocalDate earlier) {
        Column bought = col(VALUE).gt(0);
        Column boughtBefore = bought.and(col(DAY).leq(lit(before)));
        Column boughtEarlier = bought.and(col(DAY).leq(lit(earlier)));
        Column first = coalesce(col("first"), col("first_line"));
        Column rate = when(
                        col(REVENUE).gt(0),
                        col(MARGIN).cast("double").divide(col(REVENUE).cast("double")))
                .otherwise(0.0);
        return days.groupBy(CUSTOMER_ID)
                .agg(
                        sum(when(bought, 1L).otherwise(0L)).as(ORDERS),
                        min(when(bought, col(DAY))).as("first"),
                        min_by(col(VALUE), when(bought, col(DAY))).as(FIRST_VALUE),
                        max(when(bought, col(DAY))).as("last"),
                        count(when(boughtBefore, 1)).as("orders_before"),
                        max(when(boughtBefore, col(DAY))).as("last_bought_before"),
                        count(when(boughtEarlier, 1)).as("orders_earlier"),
                        max(when(boughtEarlier, col(DAY))).as("last_bought_earlier"),
                        min(DAY).as("first_line"),
                        sum(when(bought, col(VALUE)).otherwise(0L)).as(REVENUE),
                        sum(when(bought, col(MARGIN)).otherwise(0L)).as(MARGIN))
                .select(
                        col(CUSTOMER_ID),
                        col(ORDERS),
                        col(ORDERS).minus(1).cast("int").as(REPEATS),
                        coalesce(datediff(col("last"), col("first")), lit(0)).as(LAST),
                        datediff(lit(asOf), first).as(AGE),
                        col("orders_before").minus(1).cast("int").as(REPEATS_BEFORE),
                        coalesce(datediff(col("last_bought_before"), col("first")), lit(0))
                                .as(LAST_BEFORE),
                        col("orders_earlier").minus(1).cast("int").as(REPEATS_EARLIER),
                        coalesce(datediff(col("last_bought_earlier"), col("first")), lit(0))
                                .as(LAST_EARLIER),
                        col(REVENUE).cast("double").divide(PARTS).as(REVENUE),
                        col(REVENUE)
                                .minus(coalesce(col(FIRST_VALUE), lit(0L)))
                                .cast("double")
                                .divide(PARTS)
                                .as(REPEAT_REVENUE),
                        greatest(lit(0.0), least(lit(1.0), rate)).as(MARGIN_RATE));
    }
}
