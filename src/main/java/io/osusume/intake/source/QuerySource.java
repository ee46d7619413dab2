package io.osusume.intake.source;

import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.SourceConfig;
import io.osusume.errors.NearestName;
import io.osusume.errors.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The result of a query over several tables. It is worked out as Spark did before ANSI: what cannot be divided or cast is null,
 * since a row that a join makes has no line to be rejected by.
 */
final class QuerySource {
    private static final Pattern LINE = Pattern.compile("[Ll]ine (\\d+)");

    private final SparkSession spark;
    private final Map<String, SourceConfig> sources;
    private final String key;
    private final String sql;
    private final UsedColumns used;

    QuerySource(SparkSession spark, Map<String, SourceConfig> sources, String key, String sql, UsedColumns used) {
        this.spark = spark;
        this.sources = new TreeMap<>(sources);
        this.key = key + ".query";
        this.sql = sql;
        this.used = used;
    }

    /** The sources that the query names. */
    static Map<String, SourceConfig> named(Map<String, SourceConfig> sources, String sql) {
        Map<String, SourceConfig> named = new TreeMap<>(sources);
        named.keySet().removeIf(name -> !Pattern.compile("\\b" + name + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find());
        return named;
    }

    RawRows read() {
        org.apache.spark.sql.classic.SparkSession own =
                ((org.apache.spark.sql.classic.SparkSession) spark).cloneSession();
        own.conf().set("spark.sql.ansi.enabled", "false");
        Sources reader = new Sources(own, Map.of());
        List<String> notes = new ArrayList<>();
        List<SourceFiles> files = new ArrayList<>();
        named(sources, sql).forEach((name, source) -> {
            RawRows raw = reader.read("sources." + name, source, UsedColumns.everything());
            whole(raw.rows()).createOrReplaceTempView(name);
            notes.addAll(raw.notes());
            files.addAll(raw.origin().files());
        });
        Dataset<Row> result = org.apache.spark.sql.classic.Dataset.ofRows(
                (org.apache.spark.sql.classic.SparkSession) spark,
                analysed(own).queryExecution().analyzed());
        requireNamesOnce(result.columns());
        RawRows raw = new RawRows(result, notes, new Origin(files, Optional.of(key), sql));
        notes.addAll(raw.during(() -> new MultipliedRows(own, key).of(read(result))));
        return new RawRows(result, notes, raw.origin());
    }

    /** The columns of the result that the mapping reads. */
    private Dataset<Row> read(Dataset<Row> result) {
        Set<String> there = Shape.anyCase();
        there.addAll(List.of(result.columns()));
        Set<String> read = used.among(there);
        return result.select(Arrays.stream(result.columns())
                .filter(read::contains)
                .map(c -> result.col("`" + c.replace("`", "``") + "`"))
                .toArray(Column[]::new));
    }

    /** Lines that do not fit their file are no rows of a table. */
    private static Dataset<Row> whole(Dataset<Row> rows) {
        List<String> columns = List.of(rows.columns());
        if (!columns.contains(Sources.CORRUPT_LINE)) {
            return rows;
        }
        // Spark refuses to read a file for this column alone, as a query would that counts rows: another one is always
        // read.
        Column another = columns.stream()
                .filter(c -> !c.equals(Sources.CORRUPT_LINE))
                .findFirst()
                .map(c -> hash(rows.col("`" + c.replace("`", "``") + "`")).geq(Integer.MIN_VALUE))
                .orElse(lit(true));
        return rows.where(rows.col(Sources.CORRUPT_LINE).isNull().and(another)).drop(Sources.CORRUPT_LINE);
    }

    private org.apache.spark.sql.classic.Dataset<Row> analysed(org.apache.spark.sql.classic.SparkSession own) {
        try {
            return own.sql(sql);
        } catch (Exception e) { // AnalysisException and ParseException are checked in Scala, undeclared here
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            UserException plain = Unreadable.query(key, sql, line.find() ? Integer.parseInt(line.group(1)) : 0, e);
            throw unknownTable(e)
                    .map(hint -> UserException.configuration(plain.getMessage() + " " + hint, e))
                    .orElse(plain);
        }
    }

    private Optional<String> unknownTable(Exception e) {
        if (!(e instanceof AnalysisException a) || !"TABLE_OR_VIEW_NOT_FOUND".equals(a.getCondition())) {
            return Optional.empty();
        }
        String name = a.getMessageParameters().getOrDefault("relationName", "").replace("`", "");
        return Optional.of(
                sources.isEmpty()
                        ? "No sources are set: write sources." + name + ".path = …"
                        : "There is no sources." + name + ": " + NearestName.hint(name, sources.keySet()));
    }

    private void requireNamesOnce(String... columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(ByName.lower(column))) {
                throw UserException.configuration(key + ": gives the column \"" + column
                        + "\" twice. Join with USING (" + ByName.quoted(column)
                        + "), which keeps one of them, or write the columns that are meant instead of *.");
            }
        }
    }
}
