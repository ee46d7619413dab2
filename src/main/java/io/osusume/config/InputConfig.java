package io.osusume.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** Where one input comes from and how its columns are made. */
public record InputConfig(
        Optional<String> format,
        Optional<String> path,
        Optional<String> table,
        Optional<String> query,
        Optional<String> schema,
        Map<String, String> options,
        Optional<String> encoding,
        Map<String, String> columns,
        Optional<String> where,
        Optional<List<String>> nulls,
        @Range(min = 0, unit = "days") Optional<Integer> maxLagDays) {

    public InputConfig {
        options = Map.copyOf(options);
        columns = Map.copyOf(columns);
        nulls = nulls.map(List::copyOf);
    }

    /** Notes what is wrong with this input's settings; {@link InputsConfig} does so for all inputs at once. */
    void check(Checks checks, String input) {
        checks.that(
                query.isEmpty() || (path.isEmpty() && table.isEmpty()),
                input + ".query",
                query.orElse(""),
                (path.isPresent() ? "path" : "table") + " is set as well",
                "keep either query or " + (path.isPresent() ? "path" : "table")
                        + "; what a query reads stands in sources.<name>");
        source().check(checks, input + ".");
        query.ifPresent(sql -> isQuery(checks, input + ".query", sql));
        String fix = "write an expression over the source's columns, such as CAST(Price AS DECIMAL(18,4))";
        new TreeMap<>(columns).forEach((column, sql) -> parses(checks, input + ".columns." + column, sql, fix));
        where.ifPresent(sql -> parses(checks, input + ".where", sql, fix));
    }

    /** Whether the company has this input at all. */
    public boolean isPresent() {
        return query.isPresent() || source().isPresent();
    }

    /** Where the rows lie, when they are not the result of a query. */
    public SourceConfig source() {
        return new SourceConfig(format, path, table, schema, options, encoding);
    }

    private static void isQuery(Checks checks, String key, String sql) {
        try {
            CatalystSqlParser$.MODULE$.parseQuery(sql);
        } catch (Exception e) { // ParseException, which Scala does not declare
            checks.that(
                    false,
                    key,
                    sql.strip(),
                    "is not a query in Spark SQL (" + firstLine(e.getMessage()) + ")",
                    "write SELECT … FROM the names of sources, such as SELECT * FROM sales JOIN items USING (item_id)");
        }
    }

    static void parses(Checks checks, String key, String sql, String fix) {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(sql);
        } catch (Exception e) { // ParseException, which Scala does not declare
            checks.that(false, key, sql, "is not a Spark SQL expression (" + firstLine(e.getMessage()) + ")", fix);
        }
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
