package io.osusume.sample;

import java.time.LocalDateTime;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One order line. Contracts stand in the orders too, at price 0; a contract that ends is a line of quantity -1. */
record OrderLine(
        String orderId,
        int line,
        String customerId,
        Product product,
        LocalDateTime at,
        int quantity,
        double price,
        String channel) {

    Row row() {
        return RowFactory.create(
                orderId,
                Integer.toString(line),
                customerId,
                product.id(),
                Period.text(at),
                Integer.toString(quantity),
                Money.text(price),
                "JPY",
                channel,
                quantity < 0 ? "returned" : null);
    }
}
