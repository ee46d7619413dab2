package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer has, in one row. Grain: one customer with a holding. */
final class HoldingSummary {
    private HoldingSummary() {}

    static Dataset<Row> of(Dataset<Row> holdings) {
        return holdings.groupBy(Holdings.CUSTOMER_ID)
                .agg(
                        count_if(col(Holdings.OWNED)).as(CustomerFeatures.OWNED_PRODUCTS),
                        count_if(col(Holdings.CONTRACT_QUANTITY).isNotNull()).as(CustomerFeatures.ACTIVE_CONTRACTS),
                        min(Holdings.RENEWS_AT).as(CustomerFeatures.RENEWS_AT),
                        max(col(Holdings.CANCEL_REQUESTED_AT).isNotNull()).as(CustomerFeatures.CANCEL_REQUESTED));
    }
}
