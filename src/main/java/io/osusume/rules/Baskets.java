package io.osusume.rules;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.osusume.config.RulesConfig;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Baskets of order lines. Lines with a quantity of 0 or less (returns) are in no basket; lines without customer are in the
 * baskets of orders. What a customer gave back is in none of the customer's. What is under contract makes baskets of its own. Days are those of the session's time zone.
 */
public final class Baskets {
    /** What makes the basket one: an order or a customer. */
    public static final String BASKET_ID = "basket_id";
    /** Distinct products. */
    public static final String ITEMS = Itemsets.ITEMS;

    /** For each item, when the customer first bought it within the window, in microseconds since 1970. */
    static final String FIRST_BOUGHT = "first_bought";
    /** Whether the basket belongs to the last {@code rules.recent_days}. */
    static final String IS_RECENT = "is_recent";

    private final RulesConfig config;
    private final LocalDate asOf;

    /** @param asOf the last day that counts */
    public Baskets(RulesConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** One order a row: the distinct products of one order, with or without a customer. */
    public Dataset<Row> ofOrders(Dataset<Row> orderLines) {
        return bought(orderLines)
                .groupBy(col(Orders.ORDER_ID).as(BASKET_ID))
                .agg(
                        collect_set(col(Orders.PRODUCT_ID)).as(ITEMS),
                        day(max(Orders.ORDERED_AT))
                                .gt(lit(asOf.minusDays(config.recentDays())))
                                .as(IS_RECENT));
    }

    /** One customer a row: the distinct products that the customer bought in the last {@code rules.customer.window_days}. */
    public Dataset<Row> ofCustomers(Dataset<Row> orderLines) {
        LocalDate before = asOf.minusDays(config.customer().windowDays());
        return byCustomers(orderLines)
                .where(day(col(Orders.ORDERED_AT)).gt(lit(before)))
                .groupBy(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .agg(unix_micros(min(Orders.ORDERED_AT)).as(FIRST_BOUGHT))
                .groupBy(col(Orders.CUSTOMER_ID).as(BASKET_ID))
                .agg(
                        collect_list(col(Orders.PRODUCT_ID)).as(ITEMS),
                        collect_list(col(FIRST_BOUGHT)).as(FIRST_BOUGHT));
    }

    /**
     * One customer and slice of time a row: the products bought in the last {@code rules.recent_days}, and those bought in as
     * many days before. Slices of one length, since more is bought together in more time.
     */
    Dataset<Row> ofCustomersBySlice(Dataset<Row> orderLines) {
        LocalDate recent = asOf.minusDays(config.recentDays());
        return byCustomers(orderLines)
                .where(day(col(Orders.ORDERED_AT)).gt(lit(recent.minusDays(config.recentDays()))))
                .groupBy(
                        col(Orders.CUSTOMER_ID).as(BASKET_ID),
                        day(col(Orders.ORDERED_AT)).gt(lit(recent)).as(IS_RECENT))
                .agg(collect_set(col(Orders.PRODUCT_ID)).as(ITEMS));
    }

    /** One customer a row: the distinct plans that are under contract as of the day. Grain of {@code contracts}: one contract. */
    Dataset<Row> ofContracts(Dataset<Row> contracts) {
        return contracts
                .where(col(CustomerContracts.RUNS))
                .groupBy(col(CustomerContracts.CUSTOMER_ID).as(BASKET_ID))
                .agg(collect_set(col(CustomerContracts.PRODUCT_ID)).as(ITEMS));
    }

    /** Without the lines of plans that their customer has left. */
    static Dataset<Row> withoutLeft(Dataset<Row> orderLines, Dataset<Row> contracts) {
        Dataset<Row> left = contracts
                .groupBy(CustomerContracts.CUSTOMER_ID, CustomerContracts.PRODUCT_ID)
                .agg(max(CustomerContracts.RUNS).as("runs"))
                .where(col("runs").equalTo(false))
                .drop("runs");
        return orderLines.join(left, new String[] {Orders.CUSTOMER_ID, Orders.PRODUCT_ID}, "left_anti");
    }

    private Dataset<Row> byCustomers(Dataset<Row> orderLines) {
        // Who gave it back has it no more; the order that it was in held it all the same.
        return bought(orderLines)
                .where(col(Orders.CUSTOMER_ID)
                        .isNotNull()
                        .and(coalesce(col(Orders.NET_QUANTITY), col(Orders.QUANTITY))
                                .gt(0)));
    }

    private Dataset<Row> bought(Dataset<Row> orderLines) {
        return orderLines.where(
                col(Orders.QUANTITY).gt(0).and(day(col(Orders.ORDERED_AT)).leq(lit(asOf))));
    }

    private static Column day(Column instant) {
        return instant.cast("date");
    }
}
