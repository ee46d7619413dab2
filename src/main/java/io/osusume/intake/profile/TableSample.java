package io.osusume.intake.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one table, as texts.
 *
 * @param name a short name, fit for SQL
 * @param path file, folder or glob, as a configuration says it
 * @param format the Spark source that reads it
 * @param layout how the text is laid out; empty where the format carries its schema
 * @param columns names in the order of the file; nested ones with points
 * @param rows values by column; null where there is none
 * @param whole whether these are all rows
 * @param lines the array of each document whose elements are the rows, by the names that lead to it, joined by {@link #WITHIN};
 *     empty where a row is a row
 * @param where the condition of these rows, where the others say the same again; empty: all are read
 * @param made what makes these rows of those of the file; empty: they are these
 */
public record TableSample(
        String name,
        String path,
        String format,
        Optional<TextLayout> layout,
        List<String> columns,
        List<String[]> rows,
        boolean whole,
        Optional<String> lines,
        Optional<String> where,
        Optional<Made> made) {
    /**
     * Rows that are made of those of a file.
     *
     * @param query over the file, by its name
     * @param told what a reader should know
     */
    record Made(String query, String told) {}

    /** Joins names of objects within each other; no name has it. */
    static final String WITHIN = "\u001f";

    public TableSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Rows as they stand in their file. */
    public TableSample(
            String name,
            String path,
            String format,
            Optional<TextLayout> layout,
            List<String> columns,
            List<String[]> rows,
            boolean whole,
            Optional<String> lines,
            Optional<String> where) {
        this(name, path, format, layout, columns, rows, whole, lines, where, Optional.empty());
    }

    /** The same file by other rows, with columns of their own. */
    TableSample made(Made by, List<String> names, List<String[]> others) {
        return new TableSample(name, path, format, layout, names, others, whole, lines, where, Optional.of(by));
    }

    /** The same table by those of its rows that fulfil a condition. */
    TableSample only(String condition, List<String[]> kept) {
        return new TableSample(name, path, format, layout, columns, kept, whole, lines, Optional.of(condition), made);
    }

    /** What a query reads it from, by its name. */
    String from() {
        return rowsOfFile().map(query -> "(" + query + ") ").orElse("") + Sql.name(name);
    }

    /** The query that makes these rows of those of the file; empty where they are these. */
    Optional<String> rowsOfFile() {
        String file = made.map(by -> "(" + by.query() + ") ").orElse("") + Sql.name(name);
        return where.map(condition -> "SELECT * FROM " + file + " WHERE " + condition)
                .or(() -> made.map(Made::query));
    }

    /** Those of its rows for which the column has one of the values. */
    TableSample where(String column, Set<String> values) {
        int at = columns.indexOf(column);
        List<String[]> kept =
                rows.stream().filter(row -> values.contains(row[at])).toList();
        return with(kept);
    }

    /** The same columns of other rows. */
    TableSample with(List<String[]> other) {
        return new TableSample(name, path, format, layout, columns, other, whole, lines, where, made);
    }

    /** A column as SQL writes it; those of documents are written so already, since a point may be part of a name or not. */
    String sql(String column) {
        return format.equals("json") ? column : Sql.name(column);
    }
}
