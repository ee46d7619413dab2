package io.osusume.intake;

import io.osusume.config.OrdersConfig;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What must be known of all order lines before they can be netted: counted in scans that know nothing of each other. */
record LineCounts(OrderStatuses statuses, OrderNumbers numbers) {

    /** The accepted lines netted, each number one order. */
    OrderLines.Netted netted(Dataset<Row> accepted, OrdersConfig config) {
        return new OrderLines(config)
                .netted(
                        numbers.takenApart(accepted),
                        new OrderLines.Backward(statuses.returned(), statuses.adjusting(), numbers.minus()));
    }
}
