package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Features;
import io.osusume.tables.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer has, in one row. Grain: one customer with a holding. */
final class HoldingSummary {
    /** What contracts came to that no order lines tell. */
    static final String CONTRACT_REVENUE = "_contract_revenue";

    private HoldingSummary() {}

    static Dataset<Row> of(Dataset<Row> holdings) {
        return holdings.groupBy(CustomerHoldings.CUSTOMER_ID)
                .agg(
                        count_if(col(CustomerHoldings.OWNED)).as(Features.OWNED_PRODUCTS),
                        count_if(col(CustomerHoldings.CONTRACT_QUANTITY).isNotNull())
                                .as(Features.ACTIVE_CONTRACTS),
                        sum(CustomerHoldings.CONTRACT_PAID).cast(Types.MONEY).as(CONTRACT_REVENUE),
                        min(CustomerHoldings.RENEWS_AT).as(Features.RENEWS_AT),
                        max(col(CustomerHoldings.CANCEL_REQUESTED_AT).isNotNull())
                                .as(Features.CANCEL_REQUESTED));
    }
}
