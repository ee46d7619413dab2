package io.osusume.successes;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.features.Facts;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Input;
import io.osusume.tables.OfferTrials;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Table;
import io.osusume.tables.Usage;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Past offers and what came of them, as of 30 June 2026: two plans of one family for 5 seats, and goods. */
final class MadeUpPast {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private final Map<Table, List<Row>> rows = new LinkedHashMap<>();
    private final List<String> settings = new ArrayList<>(List.of("inputs.orders.path=a.csv", "consent.assume=true"));

    MadeUpPast(String... settings) {
        this.settings.addAll(List.of(settings));
        product("team", "plans", 20);
        product("basic", "plans", 5);
        product("tea", null, null);
        product("cup", null, null);
    }

    private void product(String id, String family, Integer seats) {
        Map<String, Object> row = new HashMap<>(Map.of(Products.PRODUCT_ID, id, Products.NAME, "The " + id));
        row.put(Products.FAMILY, family);
        row.put(Products.USAGE_METRIC, seats == null ? null : "seats");
        row.put(Products.INCLUDED_UNITS, seats == null ? null : new BigDecimal(seats));
        add(Products.TABLE, row);
    }

    MadeUpPast offered(String customer, String type, String product, String day, boolean taken) {
        return add(
                OfferTrials.TABLE,
                Map.of(
                        OfferTrials.CUSTOMER_ID,
                        customer,
                        OfferTrials.OFFER_TYPE,
                        type,
                        OfferTrials.PRODUCT_ID,
                        product,
                        OfferTrials.SEGMENT,
                        "ready",
                        OfferTrials.DAY,
                        Date.valueOf(day),
                        OfferTrials.IS_TAKEN,
                        taken));
    }

    MadeUpPast bought(String customer, String product, String day, String value) {
        return add(
                Orders.LINES,
                Map.of(
                        Orders.CUSTOMER_ID,
                        customer,
                        Orders.PRODUCT_ID,
                        product,
                        Orders.ORDERED_AT,
                        Timestamp.valueOf(day + " 10:00:00"),
                        Orders.QUANTITY,
                        BigDecimal.ONE,
                        Orders.NET_QUANTITY,
                        BigDecimal.ONE,
                        Orders.NET_PRICE,
                        new BigDecimal(value)));
    }

    /** @param until null where it runs on */
    MadeUpPast contract(String customer, String product, String from, String until, String monthly) {
        Map<String, Object> row = new HashMap<>(Map.of(
                CustomerContracts.CUSTOMER_ID,
                customer,
                CustomerContracts.PRODUCT_ID,
                product,
                CustomerContracts.CONTRACT_ID,
                customer + product,
                CustomerContracts.FAMILY,
                "plans",
                CustomerContracts.STARTED,
                Date.valueOf(from),
                CustomerContracts.UNITS,
                BigDecimal.ONE,
                CustomerContracts.PRICE,
                new BigDecimal(monthly),
                CustomerContracts.PAYMENT_PERIOD,
                "P1M"));
        row.put(CustomerContracts.ENDED, until == null ? null : Date.valueOf(until));
        return add(CustomerContracts.TABLE, row);
    }

    MadeUpPast used(String customer, String product, String day, String seats) {
        return add(
                Usage.TABLE,
                Map.of(
                        Usage.CUSTOMER_ID,
                        customer,
                        Usage.PRODUCT_ID,
                        product,
                        Usage.METRIC,
                        "seats",
                        Usage.USED_AT,
                        Timestamp.valueOf(day + " 09:00:00"),
                        Usage.AMOUNT,
                        new BigDecimal(seats)));
    }

    private MadeUpPast add(Table table, Map<String, Object> row) {
        rows.computeIfAbsent(table, t -> new ArrayList<>())
                .add(RowFactory.create(
                        Arrays.stream(table.schema().fieldNames()).map(row::get).toArray()));
        return this;
    }

    private Dataset<Row> of(Table table) {
        org.apache.spark.sql.types.StructType schema = new org.apache.spark.sql.types.StructType();
        for (org.apache.spark.sql.types.StructField field : table.schema().fields()) {
            schema = schema.add(field.name(), field.dataType(), true);
        }
        return TestSession.spark().createDataFrame(rows.getOrDefault(table, List.of()), schema);
    }

    /** The patterns, by what names them: type, product, trigger, segment, owned, use. */
    Map<String, Row> patterns() {
        Map<Input, Dataset<Row>> accepted = new HashMap<>();
        Map<Input, java.util.Set<String>> mapped = new HashMap<>();
        for (Input input : Input.all()) {
            accepted.put(input, of(input.equals(Orders.INPUT) ? Orders.LINES : input.table()));
            mapped.put(input, java.util.Set.copyOf(input.table().columnNames()));
        }
        SuccessPatterns stage = new SuccessPatterns(
                ConfigLoader.load(Optional.empty(), settings).config(), AS_OF);
        Map<String, Row> patterns = new LinkedHashMap<>();
        stage.of(Facts.of(accepted, mapped), of(OfferTrials.TABLE), of(CustomerContracts.TABLE))
                .collectAsList()
                .forEach(row -> patterns.put(
                        String.join(
                                " ",
                                Arrays.stream(Pattern.KEY)
                                        .map(k -> row.<String>getAs(k))
                                        .toList()),
                        row));
        return patterns;
    }
}
