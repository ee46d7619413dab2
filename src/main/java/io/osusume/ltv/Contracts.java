package io.osusume.ltv;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contracts as of a day, one row each, from the subscriptions and, for products billed by month or year that a customer has
 * ordered without a subscription row, from the order lines: begun with the first line, at the price of the last priced one,
 * else the list price; ended when lines were priced and none came for one and a half periods. A line of price 0 merely
 * states the contract, and it counts as running.
 */
final class Contracts {
    static final String CUSTOMER_ID = Subscriptions.CUSTOMER_ID;
    static final String PLAN = Subscriptions.PRODUCT_ID;
    static final String BILLING = Products.BILLING;
    static final String FAMILY = Products.FAMILY;
    static final String ID = "contract_id";
    static final String STARTED = "started";
    /** The day on which it ended; null while it runs. */
    static final String ENDED = "ended";

    static final String RENEWS = "renews";
    static final String CANCEL_REQUESTED = "cancel_requested";
    /** Days of one billing period: 365.25, or a twelfth of it. */
    static final String PERIOD = "period_days";
    /** Margin of one billing period, never negative. */
    static final String MARGIN = "margin";

    private static final double MONTH = Discount.DAYS_PER_YEAR / 12;
    private static final String AMOUNT = "decimal(28,6)";

    private final LtvConfig config;

    Contracts(LtvConfig config) {
        this.config = config;
    }

    Dataset<Row> of(Dataset<Row> lines, Dataset<Row> subscriptions, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> plans = products.select(
                Products.PRODUCT_ID, Products.BILLING, Products.FAMILY, Products.LIST_PRICE, Products.UNIT_COST);
        Dataset<Row> written = written(subscriptions, asOf).join(plans, new String[] {PLAN}, "left");
        Dataset<Row> stated = stated(lines, asOf)
                .join(subscriptions.select(CUSTOMER_ID, PLAN), new String[] {CUSTOMER_ID, PLAN}, "left_anti")
                .join(plans.where(col(BILLING).isInCollection(Billing.byContract())), PLAN)
                .withColumn(ENDED, lapsed(asOf));
        return written.select(columns()).unionByName(stated.select(columns()));
    }

    private static Dataset<Row> written(Dataset<Row> subscriptions, LocalDate asOf) {
        Column ended = to_date(col(Subscriptions.ENDED_AT));
        return subscriptions
                .withColumn(STARTED, to_date(col(Subscriptions.STARTED_AT)))
                .where(col(STARTED).leq(lit(asOf)))
                .select(
                        col(CUSTOMER_ID),
                        col(PLAN),
                        col(Subscriptions.SUBSCRIPTION_ID).as(ID),
                        col(STARTED),
                        when(ended.leq(lit(asOf)), ended).as(ENDED),
                        to_date(col(Subscriptions.RENEWS_AT)).as(RENEWS),
                        coalesce(to_date(col(Subscriptions.CANCEL_REQUESTED_AT)).leq(lit(asOf)), lit(false))
                                .as(CANCEL_REQUESTED),
                        coalesce(col(Subscriptions.QUANTITY), lit(1)).as("units"),
                        col(Subscriptions.PRICE).as("price"));
    }

    /** The contracts that order lines state, one row a customer and product. */
    private static Dataset<Row> stated(Dataset<Row> lines, LocalDate asOf) {
        Column latest = struct(col("day"), col(Orders.ORDER_ID), col(Orders.UNIT_PRICE), col(Orders.NET_QUANTITY));
        Column priced = col(Orders.UNIT_PRICE).gt(0);
        return lines.where(col(Orders.CUSTOMER_ID)
                        .isNotNull()
                        .and(col(Orders.NET_QUANTITY).gt(0)))
                .withColumn("day", to_date(col(Orders.ORDERED_AT)))
                .where(col("day").leq(lit(asOf)))
                .groupBy(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .agg(
                        min("day").as(STARTED),
                        max(when(priced, col("day"))).as("last_priced"),
                        max_by(when(priced, col(Orders.UNIT_PRICE)), when(priced, latest))
                                .as("price"),
                        max_by(col(Orders.NET_QUANTITY), latest).as("units"))
                .select(
                        col(CUSTOMER_ID),
                        col(PLAN),
                        col(PLAN).as(ID),
                        col(STARTED),
                        col("last_priced"),
                        lit(null).cast("date").as(RENEWS),
                        lit(false).as(CANCEL_REQUESTED),
                        col("units"),
                        col("price"));
    }

    private static Column lapsed(LocalDate asOf) {
        Column silent = datediff(lit(asOf), col("last_priced"));
        Column paidUntil = when(col(BILLING).equalTo(Billing.ANNUAL.wire()), add_months(col("last_priced"), 12))
                .otherwise(add_months(col("last_priced"), 1));
        return when(silent.gt(period().multiply(1.5)), paidUntil);
    }

    /** A plan whose billing nobody tells is taken as monthly, the shorter commitment. */
    private static Column period() {
        return when(col(BILLING).equalTo(Billing.ANNUAL.wire()), Discount.DAYS_PER_YEAR)
                .otherwise(MONTH);
    }

    private Column[] columns() {
        Column units = col("units");
        Column price = units.multiply(coalesce(col("price"), col(Products.LIST_PRICE), lit(0)))
                .cast(AMOUNT);
        Column margin = coalesce(
                price.minus(units.multiply(col(Products.UNIT_COST)).cast(AMOUNT))
                        .cast("double"),
                price.cast("double").multiply(config.marginRate()));
        return new Column[] {
            col(CUSTOMER_ID),
            col(PLAN),
            when(col(BILLING).equalTo(Billing.ANNUAL.wire()), Billing.ANNUAL.wire())
                    .otherwise(Billing.MONTHLY.wire())
                    .as(BILLING),
            coalesce(col(FAMILY), col(PLAN)).as(FAMILY),
            col(ID),
            col(STARTED),
            col(ENDED),
            col(RENEWS),
            col(CANCEL_REQUESTED),
            period().as(PERIOD),
            greatest(lit(0.0), margin).as(MARGIN)
        };
    }
}
