package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.LtvConfig;
import io.osusume.contracts.ContractView;
import io.osusume.tables.LtvModels;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Orders, contracts and products written down by a test. */
final class Shop {
    private final List<Row> lines = new ArrayList<>();
    private final List<Row> contracts = new ArrayList<>();
    private final List<Row> products = new ArrayList<>();

    static LtvConfig config(String... settings) {
        // One model, unless a test is about which.
        List<String> all =
                new ArrayList<>(List.of("inputs.orders.path=orders.csv", "ltv.currency=JPY", "ltv.model=mbg_nbd"));
        for (String setting : settings) {
            all.add("ltv." + setting);
        }
        return ConfigLoader.load(Optional.empty(), all).config().ltv();
    }

    /** One piece at a price, none of it returned. */
    Shop order(String customer, String day, double price) {
        return line(customer, "thing", day, price, 1, "JPY");
    }

    Shop line(String customer, String product, String day, double price, double net, String currency) {
        lines.add(RowFactory.create(
                "o" + lines.size(),
                product,
                instant(day),
                BigDecimal.valueOf(Math.max(1, net)),
                BigDecimal.valueOf(price),
                customer,
                currency,
                BigDecimal.valueOf(net)));
        return this;
    }

    Shop product(String id, String billing, String family, Double listPrice, Double unitCost) {
        products.add(RowFactory.create(id, billing, family, decimal(listPrice), decimal(unitCost)));
        return this;
    }

    Shop contract(String customer, String product, String started, String ended, Double price) {
        return contract(customer, product, started, ended, price, null);
    }

    Shop contract(String customer, String product, String started, String ended, Double price, String cancelled) {
        contracts.add(RowFactory.create(
                "s" + contracts.size(),
                customer,
                product,
                instant(started),
                null,
                instant(ended),
                instant(cancelled),
                null,
                null,
                decimal(price),
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        return this;
    }

    private static BigDecimal decimal(Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static Timestamp instant(String day) {
        return day == null
                ? null
                : Timestamp.from(LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.UTC));
    }

    Dataset<Row> orders() {
        return rows(
                        "order_id STRING, product_id STRING, ordered_at TIMESTAMP, quantity DECIMAL(18,4),"
                                + " unit_price DECIMAL(18,4), customer_id STRING, currency STRING, net_quantity DECIMAL(18,4)",
                        lines)
                .withColumn(Orders.RETURNED_AT, lit(null).cast(Types.INSTANT))
                .withColumn(Orders.NET_PRICE, col(Orders.UNIT_PRICE).cast(Types.NET_PRICE));
    }

    Dataset<Row> products() {
        return rows(
                String.join(
                        ", ",
                        Products.PRODUCT_ID + " STRING",
                        Products.BILLING + " STRING",
                        Products.FAMILY + " STRING",
                        Products.LIST_PRICE + " DECIMAL(18,4)",
                        Products.UNIT_COST + " DECIMAL(18,4)"),
                products);
    }

    Dataset<Row> subscriptions() {
        return TestSession.spark().createDataFrame(contracts, Subscriptions.TABLE.schema());
    }

    private static Dataset<Row> rows(String ddl, List<Row> rows) {
        return TestSession.spark().createDataFrame(rows, StructType.fromDDL(ddl));
    }

    /** The table, of these orders. */
    Dataset<Row> ltv(LtvConfig config, Dataset<Row> orders, String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        PlanRetention contracts = PlanRetention.fit(
                config, new ContractView(config, day).of(orders, subscriptions(), products()), products(), day);
        try (LifetimeValue model = new LifetimeValue(config)) {
            return model.estimate(orders, products(), contracts, day);
        }
    }

    /** What the stage says of these orders. */
    List<String> notes(LtvConfig config, LocalDate day) {
        PlanRetention none = PlanRetention.fit(config, contracts(config, day), products(), day);
        try (LifetimeValue model = new LifetimeValue(config)) {
            model.estimate(orders(), products(), none, day);
            return model.notes();
        }
    }

    /** What was fitted to these orders, by model. */
    Map<String, Row> models(LtvConfig config, LocalDate day) {
        PlanRetention none = PlanRetention.fit(config, contracts(config, day), products(), day);
        try (LifetimeValue model = new LifetimeValue(config)) {
            model.estimate(orders(), products(), none, day);
            Map<String, Row> rows = new TreeMap<>();
            model.models(TestSession.spark()).collectAsList().forEach(row -> rows.put(row.getAs(LtvModels.MODEL), row));
            return rows;
        }
    }

    Dataset<Row> contracts(LtvConfig config, LocalDate asOf) {
        return new ContractView(config, asOf).of(orders(), subscriptions(), products());
    }

    /** The table, sorted by customer. */
    List<Row> ltv(LtvConfig config, String asOf) {
        return ltv(config, orders(), asOf).orderBy(Orders.CUSTOMER_ID).collectAsList();
    }
}
