package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Field;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was bought by contract, as order lines: the start of each contract (its signing, where that is known), at the price of one unit, for whom no order line
 * tells it (the lines of a plan are its invoices). A contract whose price nobody knows was bought all the same; a trial at
 * price 0 was not.
 */
final class ContractStarts {
    private static final String[] PAIR = {Orders.CUSTOMER_ID, Orders.PRODUCT_ID};
    /** Stands for a price that nobody knows. */
    private static final int SOME_PRICE = 1;

    private ContractStarts() {}

    /** The lines, and the starts that they do not tell. */
    static Dataset<Row> with(Dataset<Row> lines, Dataset<Row> subscriptions, Dataset<Row> products) {
        Dataset<Row> invoiced = lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .select(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .distinct();
        Dataset<Row> starts = subscriptions
                .join(invoiced, PAIR, "left_anti")
                .join(products.select(Products.PRODUCT_ID, Products.LIST_PRICE), Products.PRODUCT_ID);
        return lines.unionByName(starts.select(columns()));
    }

    private static Column[] columns() {
        Column units = coalesce(col(Subscriptions.QUANTITY), lit(1)).cast(Types.QUANTITY);
        Column whole = coalesce(col(Subscriptions.PRICE_PER).equalTo(Subscriptions.PER_CONTRACT), lit(false));
        Column own = when(whole.and(units.gt(0)), col(Subscriptions.PRICE).divide(units))
                .otherwise(col(Subscriptions.PRICE));
        Column price = coalesce(own, col(Products.LIST_PRICE), lit(SOME_PRICE));
        return Orders.LINES.columns().stream()
                .map(field -> of(field, units, price).cast(field.type()).as(field.name()))
                .toArray(Column[]::new);
    }

    private static Column of(Field field, Column units, Column price) {
        return switch (field.name()) {
            case Orders.ORDER_ID -> col(Subscriptions.SUBSCRIPTION_ID);
            case Orders.CUSTOMER_ID, Orders.PRODUCT_ID -> col(field.name());
            case Orders.ORDERED_AT -> least(col(Subscriptions.STARTED_AT), col(Subscriptions.SIGNED_AT));
            case Orders.QUANTITY, Orders.NET_QUANTITY -> units;
            case Orders.UNIT_PRICE -> price;
            // What contracts come to is counted payment by payment, and not here.
            case Orders.NET_PRICE -> lit(0);
            default -> lit(null);
        };
    }
}
