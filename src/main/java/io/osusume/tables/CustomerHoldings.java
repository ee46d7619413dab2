package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Published {@code holdings}: what each customer has. One customer and product that was ever bought, or is under contract. */
public final class CustomerHoldings {
    public static final Table TABLE = Table.of(
            "holdings",
            "one customer and product that was ever bought, or is under contract",
            List.of("customer_id", "product_id"),
            Field.required("customer_id", Types.TEXT),
            Field.required("product_id", Types.TEXT),
            Field.required("net_quantity", Types.QUANTITY),
            Field.optional("first_bought_at", Types.INSTANT),
            Field.optional("last_bought_at", Types.INSTANT),
            Field.optional("last_unit_price", Types.MONEY),
            Field.optional("contract_quantity", Types.QUANTITY),
            Field.optional("contract_price", Types.MONEY),
            Field.optional("renews_at", Types.INSTANT),
            Field.optional("cancel_requested_at", Types.INSTANT),
            Field.optional("contract_started_at", Types.INSTANT),
            Field.optional("bought_days", DataTypes.createArrayType(Types.DAY, false)),
            Field.required("owned", Types.FLAG));

    private CustomerHoldings() {}
}
