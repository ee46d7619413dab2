package io.osusume.tables;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table: what one row is, what names it, and what it holds.
 *
 * @param name its name in the configuration or in the warehouse
 * @param grain what one row is, in words
 * @param key the columns that name a row; empty when rows may repeat
 * @param columns all columns, in the order in which they are written
 */
public record Table(String name, String grain, List<String> key, List<Field> columns) {

    public Table {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    static Table of(String name, String grain, List<String> key, Field... columns) {
        return new Table(name, grain, key, List.of(columns));
    }

    public StructType schema() {
        return new StructType(columns.stream().map(Field::field).toArray(StructField[]::new));
    }

    public List<String> columnNames() {
        return columns.stream().map(Field::name).toList();
    }

    public Optional<Field> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
