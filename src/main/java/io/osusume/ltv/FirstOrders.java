package io.osusume.ltv;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** By what customers may be told apart: asked for only of those whom it is needed of, since it is another look at the lines. */
final class FirstOrders {
    /** Where, and of which category, most was paid for at once on the first day of purchase; null where nobody tells. */
    static final String CHANNEL = "first_channel";

    static final String CATEGORY = "first_category";

    private static final String[] CUSTOMER = {OrderDays.CUSTOMER_ID};
    private static final String MOST = "most";
    private static final String FIRST = "first";

    private final OrderDays days;
    private final Dataset<Row> lines;
    private final Dataset<Row> products;
    private final LocalDate asOf;

    /** @param lines and {@code products}, {@code asOf}: those of {@link OrderDays} */
    FirstOrders(OrderDays days, Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        this.days = days;
        this.lines = lines;
        this.products = products;
        this.asOf = asOf;
    }

    /** {@link #CHANNEL} and {@link #CATEGORY} beside the columns of {@code customers}, rows of {@link OrderDays}. */
    Dataset<Row> tellOf(Dataset<Row> customers) {
        return tellOf(customers, since(customers));
    }

    /** The same of so few customers that every task may hold them. */
    Dataset<Row> tellOfFew(Dataset<Row> customers) {
        return tellOf(customers, broadcast(since(customers)));
    }

    private Dataset<Row> since(Dataset<Row> customers) {
        return customers
                .where(col(OrderDays.ORDERS).gt(0))
                .select(
                        col(OrderDays.CUSTOMER_ID),
                        date_sub(lit(asOf), col(OrderDays.AGE)).as(FIRST));
    }

    private Dataset<Row> tellOf(Dataset<Row> customers, Dataset<Row> since) {
        Dataset<Row> ofFirstDays = OrderDays.until(lines, asOf)
                .join(since, CUSTOMER)
                .where(col(OrderDays.DAY).equalTo(col(FIRST)));
        Dataset<Row> categories = products.select(
                col(Products.PRODUCT_ID), known(products, Products.CATEGORY).as(CATEGORY));
        Dataset<Row> most = days.valued(ofFirstDays, products, asOf)
                .join(categories, new String[] {Products.PRODUCT_ID}, "left")
                .groupBy(OrderDays.CUSTOMER_ID)
                .agg(max(struct(
                                col(OrderDays.VALUE),
                                known(lines, Orders.CHANNEL).as(CHANNEL),
                                col(CATEGORY)))
                        .as(MOST));
        return customers
                .join(most, CUSTOMER, "left")
                .withColumn(CHANNEL, col(MOST).getField(CHANNEL))
                .withColumn(CATEGORY, col(MOST).getField(CATEGORY))
                .drop(MOST);
    }

    /** A column that not everybody has. */
    private static Column known(Dataset<Row> rows, String name) {
        return List.of(rows.columns()).contains(name) ? col(name) : lit(null).cast(Types.TEXT);
    }
}
