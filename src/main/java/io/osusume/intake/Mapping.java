package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.InputConfig;
import io.osusume.errors.NearestName;
import io.osusume.errors.UserException;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds for each column of an input the expression over the source's columns that makes it. */
final class Mapping {
    private final Input input;
    private final InputConfig config;
    private final Dataset<Row> raw;

    Mapping(Input input, InputConfig config, Dataset<Row> raw) {
        this.input = input;
        this.config = config;
        this.raw = raw;
    }

    /**
     * Column name → expression; optional columns that nothing maps are missing from the result.
     *
     * @throws UserException naming every expression that does not fit the source and every required column without one
     */
    Map<String, Column> expressions() {
        Map<String, Column> found = new TreeMap<>();
        StringBuilder problems = new StringBuilder();
        for (Field column : input.table().columns()) {
            Optional<String> sql = Optional.ofNullable(config.columns().get(column.name()));
            if (sql.isPresent()) {
                wrong(column, sql.get())
                        .ifPresentOrElse(problems::append, () -> found.put(column.name(), expr(sql.get())));
            } else if (sourceColumns().stream().anyMatch(column.name()::equalsIgnoreCase)) {
                found.put(column.name(), col("`" + column.name() + "`"));
            } else if (column.required()) {
                problems.append(missing(column));
            }
        }
        if (problems.length() > 0) {
            throw UserException.configuration("The input " + input.name() + " cannot be mapped:" + problems
                    + "\n  columns of the source: " + String.join(", ", sourceColumns()));
        }
        return found;
    }

    /** A null column of the right kind for what is not mapped. */
    static Column absent(Field column) {
        return lit(null).cast(column.type());
    }

    private List<String> sourceColumns() {
        return Arrays.stream(raw.columns())
                .filter(c -> !c.startsWith("_corrupt"))
                .toList();
    }

    private Optional<String> wrong(Field column, String sql) {
        try {
            raw.select(expr(sql)).queryExecution().assertAnalyzed();
            return Optional.empty();
        } catch (Exception e) { // AnalysisException, undeclared
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of("\n  " + key(column) + " = " + sql + "\n      " + reason);
        }
    }

    private String missing(Field column) {
        String hint = NearestName.of(column.name(), sourceColumns())
                .map(n -> key(column) + " = \"" + n + "\"")
                .orElse(key(column) + " = \"<SQL expression over the source's columns>\"");
        return "\n  " + key(column) + " is not set, and the source has no column \"" + column.name() + "\"\n      set "
                + hint;
    }

    private String key(Field column) {
        return "inputs." + input.name() + ".columns." + column.name();
    }
}
