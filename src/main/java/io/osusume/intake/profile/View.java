package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of one table, with columns of others beside them that its keys lead to. */
final class View {
    private static final String METRIC = "metric";
    private static final String AMOUNT = "amount";

    private final TableProfile base;
    private final Optional<String> where;
    private final Map<String, Join> joins = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private boolean outer;
    private boolean known;
    private Optional<MoreRows> also = Optional.empty();
    /** What makes its rows of those of the file. */
    private Optional<String> made = Optional.empty();

    /**
     * @param on the condition
     * @param columns what is taken over, as SQL
     */
    private record Join(TableProfile table, String on, List<String> columns, Map<String, Ref> refs) {}

    View(TableProfile base) {
        this(base, Optional.empty());
    }

    /** @param where which of its rows; empty: all */
    View(TableProfile base, Optional<String> where) {
        this.base = base;
        this.where = where;
        base.columns().keySet().forEach(c -> names.add(lower(c)));
    }

    /** @param rows the query that makes its rows of those of its file */
    static View of(TableProfile base, String rows) {
        View view = new View(base);
        view.made = Optional.of(rows);
        return view;
    }

    TableProfile base() {
        return base;
    }

    Ref own(ColumnProfile column) {
        return new Ref(column, base.sample().sql(column.name()));
    }

    /** What makes a text of a value that may be a number, beside texts: csv has nothing but texts. */
    String text(String sql) {
        return base.sample().format().equals("csv") ? sql : "CAST(" + sql + " AS STRING)";
    }

    /** A column of another table whose {@code key} is the column {@code from} of the base, or of a table joined before. */
    Ref beside(TableProfile table, ColumnProfile from, TableProfile owner, ColumnProfile key, ColumnProfile wanted) {
        Join join = joins.computeIfAbsent(
                table.name(),
                n -> new Join(table, KeyMatches.on(table, from, owner, key), new ArrayList<>(), new LinkedHashMap<>()));
        return join.refs().computeIfAbsent(wanted.name(), n -> {
            String name = wanted.name().substring(wanted.name().lastIndexOf('.') + 1);
            String own = table.sample().format().equals("json") ? name.replace("`", "") : wanted.name();
            boolean free = names.add(lower(own));
            String out = free ? own : table.name() + "_" + own;
            join.columns().add(qualified(table, wanted) + (free ? "" : " AS " + Sql.name(out)));
            return new Ref(wanted, Sql.name(out));
        });
    }

    /** Whether a row of the base is a row of its file. */
    boolean isPlain() {
        return where.isEmpty()
                && made.isEmpty()
                && base.sample().lines().isEmpty()
                && base.sample().made().isEmpty();
    }

    /**
     * The rows of another table as well.
     *
     * @param keys column of the base → of the other: of each of its rows the row of the base is beside it; empty: none is
     * @param columns by each of the base's what makes it, see {@link #qualified}
     * @param of which of the rows; empty: all
     */
    void also(
            TableProfile table,
            Map<ColumnProfile, ColumnProfile> keys,
            Map<String, String> columns,
            Optional<String> of) {
        String on = keys.entrySet().stream()
                .map(e -> qualified(table, e.getValue()) + " = " + qualified(base, e.getKey()))
                .collect(Collectors.joining(" AND "));
        String from = table.sample().from()
                + (keys.isEmpty() ? "" : " JOIN " + base.sample().from() + " ON " + on)
                + of.map(condition -> " WHERE " + condition).orElse("");
        this.also = Optional.of(new MoreRows(table, columns, from));
    }

    /**
     * A row for each of these columns, which are alike, in place of one for all of them; where one is empty, none.
     *
     * @param names by each of the columns what stands beside its value
     * @return the columns of the name, and of the value
     */
    List<String> apart(Map<ColumnProfile, String> names) {
        String name = free(METRIC);
        String value = free(AMOUNT);
        made = Optional.of(Measures.rows(base, names, name, value));
        return List.of(name, value);
    }

    private String free(String wanted) {
        return base.columns().keySet().stream().noneMatch(wanted::equalsIgnoreCase) ? wanted : free("one_" + wanted);
    }

    /** A document without lines is a row all the same. */
    void withEmpty() {
        outer = true;
    }

    /** Rows whose keys lead nowhere are none. */
    void onlyKnown() {
        known = true;
    }

    /** What makes its rows of those of its file. */
    void rows(String query) {
        made = Optional.of(query);
    }

    /** A column by its table's name and its own. */
    static String qualified(TableProfile table, ColumnProfile column) {
        return Sql.name(table.name()) + "." + table.sample().sql(column.name());
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    /** The tables that the query reads; the base alone where there is none. */
    Set<TableProfile> tables() {
        Set<TableProfile> tables = new LinkedHashSet<>(List.of(base));
        joins.values().forEach(j -> tables.add(j.table()));
        also.ifPresent(a -> tables.add(a.table()));
        return tables;
    }

    /** The query that joins them, and makes a row of each line of a document; empty where the base suffices. */
    Optional<String> query() {
        Optional<String> documents = base.sample()
                .lines()
                .map(lines -> apart(lines) + where.map(w -> " WHERE " + w).orElse(""))
                .or(() -> where.map(w -> "SELECT * FROM " + base.sample().from() + " WHERE " + w))
                .or(() -> also.map(a -> a.rows(base)))
                .or(() -> made)
                .or(base.sample()::rowsOfFile);
        if (joins.isEmpty()) {
            return documents;
        }
        String from = Sql.name(base.name());
        StringBuilder columns = new StringBuilder("SELECT " + from + ".*");
        StringBuilder tables = new StringBuilder(
                "\nFROM " + documents.map(d -> "(" + d + ") " + from).orElse(from));
        for (Join join : joins.values()) {
            join.columns().forEach(c -> columns.append(", ").append(c));
            tables.append(known ? "\nJOIN " : "\nLEFT JOIN ")
                    .append(join.table().sample().from())
                    .append(" ON ")
                    .append(join.on());
        }
        return Optional.of(columns.append(tables).toString());
    }

    private String apart(String lines) {
        String[] path = lines.split(TableSample.WITHIN);
        if (path.length > 1) {
            return "SELECT *, explode_outer("
                    + Arrays.stream(path).map(Sql::name).collect(Collectors.joining(".")) + ") AS "
                    + Sql.name(path[path.length - 1]) + " FROM " + base.sample().from();
        }
        String array = Sql.name(lines);
        return "SELECT * EXCEPT (" + array + "), explode" + (outer ? "_outer" : "") + "(" + array + ") AS " + array
                + " FROM " + base.sample().from();
    }
}
