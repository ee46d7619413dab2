package io.osusume.contracts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Billing;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was written of contracts, as rows: the subscriptions, and, for products billed by period that a customer has ordered
 * without a subscription row, the {@link Invoices}: begun with the first one, at the price of the last priced one, else the list
 * price; the units of one period, not of all. Days are numbers, counted from 1970-01-01.
 */
final class Claims {
    static final String CUSTOMER_ID = Subscriptions.CUSTOMER_ID;
    static final String PLAN = Subscriptions.PRODUCT_ID;
    static final String ID = "id";
    static final String STARTED = "started";
    static final String ENDED = "ended";
    static final String CANCEL_REQUESTED = "cancel_requested";
    /** What the contract itself says, and of contracts that lines state their product. */
    static final String BILLING = "billing";
    /** What the product says. */
    static final String PLAN_BILLING = "plan_billing";

    static final String UNITS = "units";
    static final String PRICE = "price";
    static final String MARGIN = "margin";
    static final String RENEWS = "renews";
    static final String NEXT_PAYMENT = "next_payment";
    static final String TRIAL_ENDS = "trial_ends";
    static final String PAUSED_UNTIL = "paused_until";
    /** The last priced invoice of a contract that lines state; null otherwise. */
    static final String LAST_PRICED = "last_priced";

    static final String FAMILY = "family";

    private static final String OWN_PRICE = "own_price";
    /** Whether the own price is for all units. */
    private static final String WHOLE_PRICE = "whole_price";

    private static final String AMOUNT = "decimal(28,6)";

    private final double marginRate;
    private final LocalDate asOf;

    Claims(double marginRate, LocalDate asOf) {
        this.marginRate = marginRate;
        this.asOf = asOf;
    }

    Dataset<Row> of(Dataset<Row> lines, Dataset<Row> subscriptions, Dataset<Row> products) {
        Dataset<Row> plans = products.select(
                col(PLAN),
                when(col(Products.BILLING).notEqual(Billing.ONE_TIME.wire()), col(Products.BILLING))
                        .as(PLAN_BILLING),
                col(Products.FAMILY),
                col(Products.LIST_PRICE),
                col(Products.UNIT_COST));
        Dataset<Row> written = written(subscriptions).join(plans, new String[] {PLAN}, "left");
        Dataset<Row> sold = plans.where(col(PLAN_BILLING).isNotNull());
        // Where nothing is billed by period, no line states a contract, and they need not be read.
        Dataset<Row> invoices = sold.isEmpty()
                ? lines.where(lit(false))
                : lines.join(broadcast(sold.select(PLAN)), new String[] {PLAN}, "left_semi");
        Dataset<Row> stated = stated(invoices)
                .join(subscriptions.select(CUSTOMER_ID, PLAN), new String[] {CUSTOMER_ID, PLAN}, "left_anti")
                .join(sold, PLAN)
                .withColumn(BILLING, col(PLAN_BILLING));
        return written.select(columns()).unionByName(stated.select(columns()));
    }

    private static Dataset<Row> written(Dataset<Row> subscriptions) {
        // Nought of a plan is none.
        return subscriptions
                .where(coalesce(col(Subscriptions.QUANTITY).gt(0), lit(true)))
                .select(
                        col(CUSTOMER_ID),
                        col(PLAN),
                        col(Subscriptions.SUBSCRIPTION_ID).as(ID),
                        day(Subscriptions.STARTED_AT).as(STARTED),
                        day(Subscriptions.ENDED_AT).as(ENDED),
                        day(Subscriptions.CANCEL_REQUESTED_AT).as(CANCEL_REQUESTED),
                        col(Subscriptions.BILLING).as(BILLING),
                        coalesce(col(Subscriptions.QUANTITY), lit(BigDecimal.ONE))
                                .cast(Types.QUANTITY)
                                .as(UNITS),
                        col(Subscriptions.PRICE).as(OWN_PRICE),
                        day(Subscriptions.RENEWS_AT).as(RENEWS),
                        day(Subscriptions.NEXT_PAYMENT_AT).as(NEXT_PAYMENT),
                        day(Subscriptions.TRIAL_ENDS_AT).as(TRIAL_ENDS),
                        day(Subscriptions.PAUSED_UNTIL).as(PAUSED_UNTIL),
                        coalesce(col(Subscriptions.PRICE_PER).equalTo(Subscriptions.PER_CONTRACT), lit(false))
                                .as(WHOLE_PRICE),
                        none(LAST_PRICED));
    }

    /** The contracts that order lines state, one row a customer and product. */
    private Dataset<Row> stated(Dataset<Row> lines) {
        return Invoices.runs(lines, asOf)
                .select(
                        col(CUSTOMER_ID),
                        col(PLAN),
                        col(PLAN).as(ID),
                        col(STARTED),
                        none(ENDED),
                        none(CANCEL_REQUESTED),
                        col(UNITS),
                        col(PRICE).as(OWN_PRICE),
                        none(RENEWS),
                        none(NEXT_PAYMENT),
                        none(TRIAL_ENDS),
                        none(PAUSED_UNTIL),
                        lit(false).as(WHOLE_PRICE),
                        col(LAST_PRICED));
    }

    private Column[] columns() {
        Column whole = col(WHOLE_PRICE).and(col(OWN_PRICE).isNotNull());
        Column price = when(whole, col(OWN_PRICE).cast(AMOUNT))
                .otherwise(col(UNITS)
                        .multiply(coalesce(col(OWN_PRICE), col(Products.LIST_PRICE)))
                        .cast(AMOUNT));
        Column margin = coalesce(
                price.minus(col(UNITS).multiply(col(Products.UNIT_COST)).cast(AMOUNT))
                        .cast(Types.ESTIMATE),
                price.cast(Types.ESTIMATE).multiply(marginRate));
        return new Column[] {
            col(CUSTOMER_ID),
            col(PLAN),
            col(ID),
            col(STARTED),
            col(ENDED),
            col(CANCEL_REQUESTED),
            col(BILLING),
            col(PLAN_BILLING),
            col(UNITS),
            price.cast(Types.MONEY).as(PRICE),
            when(price.isNotNull(), greatest(lit(0.0), margin)).as(MARGIN),
            col(RENEWS),
            col(NEXT_PAYMENT),
            col(TRIAL_ENDS),
            col(PAUSED_UNTIL),
            col(LAST_PRICED),
            coalesce(col(Products.FAMILY), col(PLAN)).as(FAMILY)
        };
    }

    private static Column day(String time) {
        return unix_date(to_date(col(time)));
    }

    private static Column none(String name) {
        return lit(null).cast(Types.WHOLE).as(name);
    }
}
