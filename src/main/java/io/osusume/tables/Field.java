package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name snake_case, with its unit where it has one
 * @param required never null: in an input, a row without it is rejected; in a published table, nothing is published
 * @param allowed the only values it may take; empty when any value will do
 * @param sign which numbers it may hold
 * @param knownFrom the time column from which on the value is known, itself or another: where that time lies after the
 *     as-of date, the value reads as null
 */
public record Field(
        String name, DataType type, boolean required, List<String> allowed, Sign sign, Optional<String> knownFrom) {

    /** Which numbers a column may hold. */
    public enum Sign {
        ANY,
        NOT_NEGATIVE
    }

    static Field required(String name, DataType type) {
        return new Field(name, type, true, List.of(), Sign.ANY, Optional.empty());
    }

    static Field optional(String name, DataType type) {
        return new Field(name, type, false, List.of(), Sign.ANY, Optional.empty());
    }

    Field oneOf(String... values) {
        return new Field(name, type, required, List.of(values), sign, knownFrom);
    }

    Field oneOf(Word... vocabulary) {
        return oneOf(Arrays.stream(vocabulary).map(Word::wire).toArray(String[]::new));
    }

    Field notNegative() {
        return new Field(name, type, required, allowed, Sign.NOT_NEGATIVE, knownFrom);
    }

    Field knownOnlyThen() {
        return knownFrom(name);
    }

    Field knownFrom(String timeColumn) {
        return new Field(name, type, required, allowed, sign, Optional.of(timeColumn));
    }

    StructField field() {
        return new StructField(name, type, !required, org.apache.spark.sql.types.Metadata.empty());
    }
}
