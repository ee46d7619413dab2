package io.osusume.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The few rows that are written by hand, as they are collected. */
final class RowsByTable {
    private final Map<SampleTable, List<Row>> rows = new EnumMap<>(SampleTable.class);

    void add(SampleTable table, String... values) {
        put(table, RowFactory.create((Object[]) values));
    }

    void put(SampleTable table, Row row) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    }

    List<Row> of(SampleTable table) {
        return rows.getOrDefault(table, List.of());
    }
}
