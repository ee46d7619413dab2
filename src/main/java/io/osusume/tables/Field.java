package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table. Made as it is read: {@code Field.money(LTV, "Margin to expect").orNull("no order")}. A column is
 * required unless it says what null means.
 *
 * @param name snake_case, with its unit where it has one
 * @param required never null: in an input, a row without it is rejected; in a published table, nothing is published
 * @param about what it holds, for people
 * @param allowed the only values it may take; empty when any value will do
 * @param sign which numbers it may hold
 * @param months whether a number of months is allowed beside the values
 * @param knownFrom the time column from which on the value is known, itself or another: where that time lies after the
 *     as-of date, the value reads as null
 */
public record Field(
        String name,
        DataType type,
        boolean required,
        About about,
        List<String> allowed,
        Sign sign,
        Optional<String> knownFrom,
        boolean months) {

    /** Which numbers a column may hold. */
    public enum Sign {
        ANY,
        NOT_NEGATIVE
    }

    /**
     * What a column holds, in one line of words.
     *
     * @param unit empty where it has none
     * @param ifNull what null means; empty where it is never null
     * @param formerly names that the column has had: who still writes one is told the present one
     */
    public record About(String text, String unit, String ifNull, List<String> formerly) {
        public About {
            formerly = List.copyOf(formerly);
            if (text.isBlank() || (text + unit + ifNull).contains("\n")) {
                throw new IllegalArgumentException("A column is described in one line, not by \"" + text + "\"");
            }
        }

        /** All of it, as the comment of a column. */
        public String comment() {
            return text + (unit.isEmpty() ? "" : " [" + unit + "]") + (ifNull.isEmpty() ? "" : "; null: " + ifNull);
        }
    }

    static Field text(String name, String about) {
        return of(name, Types.TEXT, about);
    }

    static Field texts(String name, String about) {
        return of(name, Types.TEXTS, about);
    }

    static Field count(String name, String about) {
        return of(name, Types.COUNT, about);
    }

    static Field whole(String name, String about) {
        return of(name, Types.WHOLE, about);
    }

    static Field flag(String name, String about) {
        return of(name, Types.FLAG, about);
    }

    static Field instant(String name, String about) {
        return of(name, Types.INSTANT, about).in("UTC");
    }

    static Field day(String name, String about) {
        return of(name, Types.DAY, about);
    }

    static Field money(String name, String about) {
        return of(name, Types.MONEY, about).in("money");
    }

    static Field quantity(String name, String about) {
        return of(name, Types.QUANTITY, about);
    }

    static Field estimate(String name, String about) {
        return of(name, Types.ESTIMATE, about);
    }

    static Field of(String name, DataType type, String about) {
        return new Field(
                name, type, true, new About(about, "", "", List.of()), List.of(), Sign.ANY, Optional.empty(), false);
    }

    Field in(String unit) {
        return about(required, new About(about.text(), unit, about.ifNull(), about.formerly()));
    }

    Field orNull(String why) {
        return about(false, new About(about.text(), about.unit(), why, about.formerly()));
    }

    /** What a company may leave out, or not know of a row. */
    Field optional() {
        return orNull("not known");
    }

    /** For a column that was renamed: a new major version of the contract, and who writes the old name is told the new one. */
    Field formerly(String... names) {
        return about(required, new About(about.text(), about.unit(), about.ifNull(), List.of(names)));
    }

    private Field about(boolean isRequired, About said) {
        return new Field(name, type, isRequired, said, allowed, sign, knownFrom, months);
    }

    Field oneOf(String... values) {
        return new Field(name, type, required, about, List.of(values), sign, knownFrom, months);
    }

    Field oneOf(Word... vocabulary) {
        return oneOf(Arrays.stream(vocabulary).map(Word::wire).toArray(String[]::new));
    }

    /** Or a number of months. */
    Field orMonths() {
        return new Field(name, type, required, about, allowed, sign, knownFrom, true);
    }

    Field notNegative() {
        return new Field(name, type, required, about, allowed, Sign.NOT_NEGATIVE, knownFrom, months);
    }

    Field knownOnlyThen() {
        return knownFrom(name);
    }

    Field knownFrom(String timeColumn) {
        return new Field(name, type, required, about, allowed, sign, Optional.of(timeColumn), months);
    }

    /** As Spark has it, with what it holds as its comment. */
    public StructField field() {
        return new StructField(name, type, !required, comment());
    }

    /** The comment that Spark and Parquet files carry along with the column. */
    public Metadata comment() {
        return new MetadataBuilder().putString("comment", about.comment()).build();
    }
}
