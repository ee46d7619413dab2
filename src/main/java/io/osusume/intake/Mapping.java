package io.osusume.intake;

import io.osusume.config.InputConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;

/** Finds for each column of an input the expression over the source's columns that makes it. */
final class Mapping {
    private final Input input;
    private final InputConfig config;
    private final Dataset<Row> raw;
    private final Analysis analysis;
    private final SourceNames names;
    private final StringBuilder problems = new StringBuilder();
    private final List<String> wanted = new ArrayList<>();

    Mapping(Input input, InputConfig config, Dataset<Row> raw) {
        this.input = input;
        this.config = config;
        this.raw = raw;
        this.analysis = new Analysis(raw);
        this.names = new SourceNames(Arrays.stream(raw.columns())
                .filter(c -> !c.startsWith("_corrupt"))
                .toList());
    }

    /**
     * Column name → what makes it; optional columns that nothing maps are missing from the result.
     *
     * @param where the condition that rows of the input meet
     */
    record Found(Map<String, MappedColumn> columns, Optional<MappedColumn> where) {}

    /**
     * Finds them all.
     *
     * @throws UserException naming every expression that does not fit the source and every required column without one
     */
    Found found() {
        Map<String, MappedColumn> found = new TreeMap<>();
        for (Field column : input.table().columns()) {
            Optional<String> sql = Optional.ofNullable(config.columns().get(column.name()));
            Optional<StructField> same = Arrays.stream(raw.schema().fields())
                    .filter(f -> f.name().equalsIgnoreCase(column.name()))
                    .findFirst();
            if (sql.isPresent()) {
                mapped(column, key(column), sql.get()).ifPresent(m -> found.put(column.name(), m));
            } else if (same.isPresent()) {
                mapped(column, key(column), SourceNames.quoted(same.get().name()))
                        .ifPresent(m -> found.put(column.name(), m));
            } else if (column.required()) {
                missing(column);
            }
        }
        nobody(found.keySet());
        Optional<MappedColumn> where = config.where().flatMap(this::condition);
        if (problems.length() > 0) {
            lookAlike().ifPresent(line -> problems.append("\n  a customer's id that is not mapped yet\n      set ")
                    .append(line));
            throw UserException.configuration("The input " + input.name() + " cannot be mapped:" + problems
                    + "\n  columns of the source: " + names.listed(wanted));
        }
        return new Found(found, where);
    }

    /** Rows of an input must name somebody, one way or another. */
    private void nobody(Set<String> found) {
        List<List<String>> ways = input.identities();
        if (!ways.isEmpty() && ways.stream().noneMatch(found::containsAll) && problems.isEmpty()) {
            ways.get(0).stream()
                    .filter(name -> !found.contains(name))
                    .forEach(name -> missing(input.table().column(name).orElseThrow()));
            ways.stream().skip(1).forEach(way -> problems.append("\n      or map ")
                    .append(String.join(", ", way)));
        }
    }

    /** The line that maps a customer's id where the input has none and the source has a column that looks like one. */
    Optional<String> lookAlike() {
        String id = Customers.CUSTOMER_ID;
        boolean open = input.table().column(id).filter(f -> !f.required()).isPresent()
                && !config.columns().containsKey(id)
                && Arrays.stream(raw.columns()).noneMatch(id::equalsIgnoreCase);
        return open ? names.customerId().map(n -> SourceNames.line(key(id), SourceNames.sql(n))) : Optional.empty();
    }

    private Optional<MappedColumn> mapped(Field column, String key, String sql) {
        try {
            Analysis.Fit fit = analysis.of(sql);
            PlainCast.requireCastable(fit.type(), column);
            return Optional.of(new MappedColumn(column, key, sql, fit.type(), fit.mayFail(), fit.reads()));
        } catch (Analysis.Unfit e) {
            unfit(key, sql, e);
            return Optional.empty();
        }
    }

    private Optional<MappedColumn> condition(String sql) {
        String key = "inputs." + input.name() + ".where";
        try {
            Analysis.Fit fit = analysis.of(sql);
            if (fit.window()) {
                throw new Analysis.Unfit("it looks at other rows, which a condition cannot", Optional.empty());
            }
            if (!fit.type().equals(DataTypes.BooleanType) && !(fit.type() instanceof NullType)) {
                throw new Analysis.Unfit(
                        "it gives " + fit.type().simpleString() + ", and a condition is true or false",
                        Optional.empty());
            }
            return Optional.of(new MappedColumn(null, key, sql, fit.type(), fit.mayFail(), fit.reads()));
        } catch (Analysis.Unfit e) {
            unfit(key, sql, e);
            return Optional.empty();
        }
    }

    private void unfit(String key, String sql, Analysis.Unfit e) {
        e.unknown().ifPresent(wanted::add);
        problems.append("\n  ")
                .append(key)
                .append(" = ")
                .append(sql)
                .append("\n      ")
                .append(e.getMessage());
        e.unknown()
                .flatMap(name ->
                        within(sql, name).or(() -> names.nearest(name).flatMap(near -> mended(sql, name, near))))
                .ifPresent(line -> problems.append("\n      set ").append(SourceNames.line(key, line)));
    }

    /** The expression with a field of an object, which one name in backticks with a point is not, if that works. */
    private Optional<String> within(String sql, String name) {
        String path = Arrays.stream(name.split("\\.")).map(SourceNames::sql).collect(Collectors.joining("."));
        return Optional.of(sql.replace("`" + name + "`", path))
                .filter(mended -> !mended.equals(sql))
                .filter(this::works);
    }

    /** The expression with the source's own name in it, if that works. */
    private Optional<String> mended(String sql, String name, String near) {
        String written = "`" + Pattern.quote(name) + "`|" + "(?<![\\w`])" + Pattern.quote(name) + "(?![\\w`])";
        String mended = Pattern.compile(written, Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .replaceAll(Matcher.quoteReplacement(SourceNames.sql(near)));
        return works(mended) ? Optional.of(mended) : Optional.empty();
    }

    private boolean works(String sql) {
        try {
            return analysis.of(sql) != null;
        } catch (Analysis.Unfit e) {
            return false;
        }
    }

    private void missing(Field column) {
        wanted.add(column.name());
        String line = names.nearest(column.name())
                .map(SourceNames::sql)
                .filter(this::works)
                .map(sql -> SourceNames.line(key(column), sql))
                .orElse(SourceNames.line(key(column), "<SQL expression over the source's columns>"));
        problems.append("\n  ")
                .append(key(column))
                .append(" is not set, and the source has no column \"")
                .append(column.name())
                .append("\"\n      set ")
                .append(line);
    }

    private String key(Field column) {
        return key(column.name());
    }

    private String key(String column) {
        return "inputs." + input.name() + ".columns." + column;
    }
}
