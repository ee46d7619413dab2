package io.osusume.tables;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
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

    /** The column that once had this name. */
    public Optional<Field> renamed(String formerName) {
        return columns.stream()
                .filter(c -> c.about().formerly().contains(formerName))
                .findFirst();
    }

    /**
     * Refuses rows that lack a column of this table or hold it in another type; their order and further columns do not
     * matter, nor what may be null and what its columns are described as. Spark's {@code Dataset.to(schema)} would plan double → int without a word.
     *
     * @throws IllegalStateException naming table, columns, and what was expected and found
     */
    public void requireFits(StructType rows) {
        Map<String, DataType> found =
                Arrays.stream(rows.fields()).collect(toMap(StructField::name, StructField::dataType));
        String problems = columns.stream()
                .filter(c -> !found.containsKey(c.name())
                        || !found.get(c.name()).catalogString().equals(c.type().catalogString()))
                .map(c -> name + "." + c.name() + " is "
                        + (found.containsKey(c.name()) ? found.get(c.name()).simpleString() : "not there")
                        + ", the contract says " + c.type().simpleString())
                .collect(joining("; "));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("These are no rows of " + name + ": " + problems);
        }
    }
}
