package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;

/** Writes the SQL that reads a column of a source. */
public final class Sql {
    private static final Set<DataType> NUMBERS = Set.of(Types.MONEY, Types.WHOLE, Types.ESTIMATE, Types.COUNT);
    /** Names that SQL would take for something else. */
    private static final Set<String> SQL_WORDS = Set.of(
            "all",
            "and",
            "any",
            "between",
            "case",
            "cast",
            "current_date",
            "current_time",
            "current_timestamp",
            "current_user",
            "distinct",
            "else",
            "end",
            "exists",
            "extract",
            "false",
            "first",
            "from",
            "in",
            "interval",
            "is",
            "join",
            "last",
            "left",
            "like",
            "map",
            "not",
            "null",
            "on",
            "or",
            "position",
            "right",
            "select",
            "struct",
            "then",
            "trim",
            "true",
            "union",
            "user",
            "using",
            "when",
            "where");

    private static final int MOST_FORMATS = 4;
    /** Read without being told how: they can be read in one way only. */
    private static final Set<TimeShape.Order> PLAINLY_READ = Set.of(
            TimeShape.Order.ISO,
            TimeShape.Order.YEAR_FIRST,
            TimeShape.Order.MONTH_NAME_FIRST,
            TimeShape.Order.MONTH_NAME_SECOND,
            TimeShape.Order.DIGITS,
            TimeShape.Order.JAPANESE);

    private Sql() {}

    /** A column by its name, in backticks where it needs them. */
    public static String name(String column) {
        boolean plain =
                column.matches("[A-Za-z_][A-Za-z0-9_]*") && !SQL_WORDS.contains(column.toLowerCase(Locale.ROOT));
        return plain ? column : "`" + column.replace("`", "``") + "`";
    }

    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** What reads a column of a source as one of an input. */
    static String read(Field field, Ref ref) {
        ColumnProfile column = ref.column();
        if (field.type().equals(Types.INSTANT)) {
            return time(ref.sql(), column);
        }
        boolean pointed = column.commonest(1).stream().anyMatch(v -> v.strip().matches("-?\\d+\\.0+"));
        if (field.type().equals(Types.WHOLE) && column.isWhole() && pointed) {
            return "CAST(CAST(" + ref.sql() + " AS DOUBLE) AS INT)";
        }
        if (NUMBERS.contains(field.type())) {
            return number(ref.sql(), column);
        }
        if (field.type().equals(Types.FLAG)) {
            return column.isSqlFlag() ? ref.sql() : "parse_yes(" + ref.sql() + ")";
        }
        if (!field.name().endsWith("_id")) {
            return ref.sql();
        }
        return column.isIdWithPoint() ? id(ref.sql()) : column.isEmailInSpellings() ? address(ref.sql()) : ref.sql();
    }

    /** 12345.0 → 12345. */
    static String id(String sql) {
        return "parse_id(" + sql + ")";
    }

    /** What makes an id comparable with one that is written in another way, see {@link KeyMatches}. */
    static String alike(String sql, String way) {
        return switch (way) {
            case KeyMatches.WITHOUT_POINT -> id(sql);
            case KeyMatches.WITHOUT_ZEROS -> "regexp_replace(trim(" + sql + "), '^0+(?=.)', '')";
            case KeyMatches.IN_ONE_CASE -> address(sql);
            default -> sql;
        };
    }

    /** An address is the same in upper and lower case. */
    static String address(String sql) {
        return "lower(trim(" + sql + "))";
    }

    static String number(String sql, ColumnProfile column) {
        return switch (column.number().orElse(NumberShape.PLAIN)) {
            case PLAIN, AMBIGUOUS -> sql;
            case POINT, EITHER -> "parse_number(" + sql + ")";
            case COMMA -> "parse_number(" + sql + ", ',')";
        };
    }

    /** A number that arithmetic may be done with. */
    static String amount(Ref ref) {
        String read = number(ref.sql(), ref.column());
        return read.equals(ref.sql()) ? "CAST(" + read + " AS DECIMAL(18,4))" : read;
    }

    static String time(String sql, ColumnProfile column) {
        boolean cast = column.times().stream().allMatch(t -> t.order() == TimeShape.Order.ISO);
        String dated = dated(sql, column);
        return cast && column.isTime() ? dated : parsedTime(dated, column.times(), "");
    }

    /** Without the words that stand for no time. */
    static String dated(String sql, ColumnProfile column) {
        return column.noTimes().stream().reduce(sql, (read, word) -> "nullif(" + read + ", " + text(word) + ")");
    }

    private static boolean isPlainlyRead(TimeShape time) {
        return PLAINLY_READ.contains(time.order()) && time.year() == 4;
    }

    /** @param rest the pattern of what {@code sql} appends to the day */
    static String parsedTime(String sql, List<TimeShape> times, String rest) {
        boolean oneWay = rest.isEmpty() && times.stream().allMatch(Sql::isPlainlyRead);
        String patterns = times.stream()
                .map(t -> t.order() == TimeShape.Order.JAPANESE ? "japanese" : t.pattern() + rest)
                .distinct()
                .limit(MOST_FORMATS)
                .map(p -> ", " + text(p))
                .collect(Collectors.joining());
        return "parse_time(" + sql + (oneWay ? "" : patterns) + ")";
    }
}
