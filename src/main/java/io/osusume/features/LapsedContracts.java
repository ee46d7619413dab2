package io.osusume.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contracts that order lines tell, of a product with a billing: where few customers have a second line of one, the orders may be
 * of what was agreed and not of what is paid for, and the contracts may go on.
 */
final class LapsedContracts {
    /** A contract of which no line came so many periods after the first. */
    private static final double OVER = 1.25;
    /** A line that is so many periods later is another payment. */
    private static final double AGAIN = 0.5;

    private static final long FEWEST = 20;
    private static final double FEW = 0.2;

    private LapsedContracts() {}

    /** A sentence where nearly all are read as ended with their first period; none where an input has the contracts. */
    static List<String> notes(Facts facts, LocalDate asOf) {
        if (facts.knows(Subscriptions.INPUT) || !facts.knows(Products.INPUT, Products.BILLING)) {
            return List.of();
        }
        Dataset<Row> billed = facts.of(Products.INPUT)
                .where(col(Products.BILLING).notEqual(Billing.ONE_TIME.wire()))
                .select(col(Products.PRODUCT_ID), days(col(Products.BILLING)).as("days"));
        Row all = facts.lines()
                .where(col(Orders.CUSTOMER_ID).isNotNull())
                .join(broadcast(billed), Orders.PRODUCT_ID)
                .groupBy(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .agg(
                        to_date(min(Orders.ORDERED_AT)).as("first"),
                        to_date(max(Orders.ORDERED_AT)).as("last"),
                        max("days").as("days"))
                .where(later(OVER).leq(lit(asOf)))
                .agg(count(lit(1)), count_if(col("last").geq(later(AGAIN))))
                .first();
        long over = all.getLong(0);
        long again = all.getLong(1);
        return over < FEWEST || again > FEW * over
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%,d times a customer bought a product with a billing longer ago than its period, and %,d times a line of"
                                + " it followed: the others are read as ended with their first period. Where contracts go on"
                                + " without a line for each period, give them as inputs.subscriptions, or leave"
                                + " inputs.products.columns.billing out.",
                        over,
                        again));
    }

    private static Column later(double periods) {
        return date_add(col("first"), col("days").multiply(periods).cast("int"));
    }

    private static Column days(Column billing) {
        Column months = when(billing.rlike("^(" + Billing.MONTHS + ")$"), billing.cast("double"));
        Column days = when(
                        billing.rlike("^(" + Billing.WEEKS + ")$"),
                        split(billing, " ").getItem(0).cast("double").multiply(7))
                .otherwise(months.multiply(Discount.DAYS_PER_YEAR / 12));
        for (String named : Billing.byContract()) {
            days = when(billing.equalTo(named), lit(Discount.DAYS_PER_YEAR / Billing.periodsPerYear(named)))
                    .otherwise(days);
        }
        return days;
    }
}
