package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.contracts.ContractView;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Facts written by hand: each input as lines of text, its columns named first. Inputs not given are absent. */
public final class TestFacts {
    private final Map<Input, Dataset<Row>> given = new LinkedHashMap<>();
    private final Map<Input, Set<String>> mapped = new LinkedHashMap<>();

    /** The default settings with overrides. */
    public static OsusumeConfig config(String... overrides) {
        List<String> all = new java.util.ArrayList<>(List.of("inputs.orders.path=x"));
        all.addAll(List.of(overrides));
        return ConfigLoader.load(Optional.empty(), all).config();
    }

    /** Rows such as {@code "c1 | 2026-01-31 10:00"}, of columns such as {@code "customer_id | used_at"}; {@code -} is null. */
    public TestFacts with(Input input, String columns, String... rows) {
        given.put(input, typed(input, columns, rows));
        mapped.put(input, Set.copyOf(cells(columns)));
        return this;
    }

    /** What each customer has, with the default settings. */
    public static Dataset<Row> holdings(Facts facts, LocalDate asOf) {
        Dataset<Row> contracts = new ContractView(config().ltv(), asOf)
                .of(facts.lines(), facts.of(Subscriptions.INPUT), facts.of(Products.INPUT));
        return new Holdings().of(facts, contracts, asOf);
    }

    public Facts facts() {
        Map<Input, Dataset<Row>> rows = new LinkedHashMap<>();
        Input.all().forEach(input -> rows.put(input, of(input)));
        rows.put(Orders.INPUT, lines());
        return Facts.of(rows, mapped);
    }

    /** Order lines may name what is left of them; otherwise nothing was returned. */
    private Dataset<Row> lines() {
        Dataset<Row> lines = of(Orders.INPUT)
                .withColumn(Orders.NET_PRICE, col(Orders.UNIT_PRICE).cast(Types.NET_PRICE));
        if (!Arrays.asList(lines.columns()).contains(Orders.RETURNED_AT)) {
            lines = lines.withColumn(Orders.RETURNED_AT, lit(null).cast(Types.INSTANT));
        }
        if (!Arrays.asList(lines.columns()).contains(Orders.NET_QUANTITY)) {
            return lines.withColumn(Orders.NET_QUANTITY, col(Orders.QUANTITY));
        }
        return lines.withColumn(
                Orders.NET_QUANTITY, coalesce(col(Orders.NET_QUANTITY).cast(Types.QUANTITY), col(Orders.QUANTITY)));
    }

    private Dataset<Row> of(Input input) {
        return given.getOrDefault(
                input,
                TestSession.spark().createDataFrame(List.of(), input.table().schema()));
    }

    private static Dataset<Row> typed(Input input, String columns, String... rows) {
        List<String> names = cells(columns);
        StructType texts = new StructType();
        for (String name : names) {
            texts = texts.add(name, DataTypes.StringType);
        }
        List<Row> values = Arrays.stream(rows)
                .map(r -> RowFactory.create(
                        cells(r).stream().map(c -> c.equals("-") ? null : c).toArray()))
                .toList();
        Dataset<Row> raw = TestSession.spark().createDataFrame(values, texts);
        List<Column> typed = new java.util.ArrayList<>(input.table().columns().stream()
                .map(c -> (names.contains(c.name()) ? col(c.name()) : lit(null))
                        .cast(c.type())
                        .as(c.name()))
                .toList());
        if (names.contains(Orders.RETURNED_AT)) {
            typed.add(col(Orders.RETURNED_AT).cast(Types.INSTANT).as(Orders.RETURNED_AT));
        }
        if (names.contains(Orders.NET_QUANTITY)) {
            typed.add(col(Orders.NET_QUANTITY));
        }
        return raw.select(typed.toArray(Column[]::new));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}
