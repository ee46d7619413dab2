package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Published {@code holdings}: what each customer has. One customer and product that was ever bought, or is under contract. */
public final class CustomerHoldings {
    public static final Table TABLE = Table.of(
            "holdings",
            "one customer and product that was ever bought, or is under contract",
            List.of("customer_id", "product_id"),
            Column.required("customer_id", Types.TEXT),
            Column.required("product_id", Types.TEXT),
            Column.required("net_quantity", Types.QUANTITY),
            Column.optional("first_bought_at", Types.INSTANT),
            Column.optional("last_bought_at", Types.INSTANT),
            Column.optional("last_unit_price", Types.MONEY),
            Column.optional("contract_quantity", Types.QUANTITY),
            Column.optional("contract_price", Types.MONEY),
            Column.optional("renews_at", Types.INSTANT),
            Column.optional("cancel_requested_at", Types.INSTANT),
            Column.optional("contract_started_at", Types.INSTANT),
            Column.optional("bought_days", DataTypes.createArrayType(Types.DAY, false)),
            Column.required("owned", Types.FLAG));

    private CustomerHoldings() {}
}
