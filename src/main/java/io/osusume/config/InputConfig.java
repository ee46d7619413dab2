package io.osusume.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** Where one input comes from and how its columns are made. */
public record InputConfig(
        Optional<String> format,
        Optional<String> path,
        Optional<String> table,
        Optional<String> schema,
        Map<String, String> options,
        Map<String, String> columns,
        Optional<String> where,
        @Range(min = 0, unit = "days") Optional<Integer> maxLagDays) {

    public InputConfig {
        options = Map.copyOf(options);
        columns = Map.copyOf(columns);
    }

    /** Notes what is wrong with this input's settings; {@link InputsConfig} does so for all inputs at once. */
    void check(Checks checks, String input) {
        checks.that(
                path.isEmpty() || table.isEmpty(),
                input + ".table",
                table.orElse(""),
                "path is set as well",
                "keep either path or table");
        new TreeMap<>(columns).forEach((column, sql) -> parses(checks, input + ".columns." + column, sql));
        where.ifPresent(sql -> parses(checks, input + ".where", sql));
    }

    /** Whether the company has this input at all. */
    public boolean isPresent() {
        return path.isPresent() || table.isPresent() || isQuery();
    }

    /** Whether the rows come from a database, named by the reader's options instead of a path. */
    public boolean isQuery() {
        return options.containsKey("dbtable") || options.containsKey("query");
    }

    private static void parses(Checks checks, String key, String sql) {
        try {
            CatalystSqlParser$.MODULE$.parseExpression(sql);
        } catch (Exception e) { // ParseException, which Scala does not declare
            checks.that(
                    false,
                    key,
                    sql,
                    "is not a Spark SQL expression (" + firstLine(e.getMessage()) + ")",
                    "write an expression over the source's columns, such as CAST(Price AS DECIMAL(18,4))");
        }
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
