package io.osusume.features;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.DayBounds;
import io.osusume.intake.OrderLines;
import io.osusume.intake.ProductList;
import io.osusume.intake.Staging;
import io.osusume.sample.SampleInputs;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Facts from raw inputs, staged as a night does it. */
public final class StagedFacts {
    /** Keeps rows between stages, in memory or in files. */
    @FunctionalInterface
    public interface Keep {
        Dataset<Row> keep(String name, Dataset<Row> rows);
    }

    private StagedFacts() {}

    /** Keeps few rows in memory. */
    public static Dataset<Row> inMemory(String name, Dataset<Row> rows) {
        return rows.sparkSession().createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** The generated inputs by name, without the truths. */
    public static Map<String, Dataset<Row>> raw(SampleInputs sample) {
        Map<String, Dataset<Row>> raw = new LinkedHashMap<>(sample.byName());
        raw.remove("truths");
        return raw;
    }

    /** Stages the inputs that are in {@code raw}; the others are absent. */
    public static Facts of(Map<String, Dataset<Row>> raw, OsusumeConfig config, LocalDate asOf, Keep keep) {
        SparkSession spark = raw.values().iterator().next().sparkSession();
        Staging staging = new Staging(
                DayBounds.of(asOf, config.run().zone(), config.quality())
                        .with(config.subscriptions().futureDates()),
                config.quality().nulls());
        Map<Input, Dataset<Row>> accepted = new LinkedHashMap<>();
        Map<Input, Set<String>> mapped = new LinkedHashMap<>();
        for (Input input : Input.all()) {
            if (raw.containsKey(input.name())) {
                mapped.put(input, Set.of(raw.get(input.name()).columns()));
            }
            accepted.put(
                    input,
                    raw.containsKey(input.name())
                            ? keep.keep(input.name(), accepted(staging, raw.get(input.name()), input, config))
                            : spark.createDataFrame(List.of(), input.table().schema()));
        }
        Dataset<Row> lines = keep.keep("lines", new OrderLines(config.orders()).net(accepted.get(Orders.INPUT)));
        accepted.put(Orders.INPUT, lines);
        accepted.put(
                Products.INPUT,
                keep.keep(
                        "product list",
                        new ProductList().of(accepted.get(Products.INPUT), lines, accepted.get(Subscriptions.INPUT))));
        return Facts.of(accepted, mapped);
    }

    private static Dataset<Row> accepted(Staging staging, Dataset<Row> raw, Input input, OsusumeConfig config) {
        return staging.stage(raw, input, config.inputs().of(input))
                .rows()
                .where(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                .select(input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new));
    }
}
