package io.osusume.intake.profile;

import io.osusume.tables.Usage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a log of use measures: one metric a column, {@code data_mb}, {@code voice_min}, {@code sms_count}. */
final class Measures {
    /** What is no measure though it is a number: names of things, places in an order, money. */
    private static final Pattern NONE = Pattern.compile(
            ".*\\b(id|number|code|key|year|month|week|day|hour|zip|plz|version|port|row|index|price|cost|fee|revenue|charge|total|betrag"
                    + "|preis|status|flag|is|lat|lon|latitude|longitude|age|score|rank)\\b.*|.*(番号|コード|金額|料金|年|月)$");
    /** What is added since the row before; all else may be a level that stands. */
    private static final Pattern ADDS_UP = Pattern.compile(
            ".*\\b(min|mins|minutes?|minuten|hours?|stunden|sec|secs|seconds?|sekunden|kb|mb|gb|tb|sms|calls?|anrufe?|count|anzahl|sessions?"
                    + "|log ?ins?|messages?|requests?|views?|visits?|plays?|downloads?|uploads?|exports?|runs?|km|miles|kwh|m3|spend"
                    + "|gelesen|lesezeit|read|reads|watched|listened|dauer|duration|trips?|rides?|orders?|articles?|artikel|songs?|events?)"
                    + "\\b.*|.*(回数|件数|時間|分数|利用量)$");

    private static final Pattern STANDS = Pattern.compile(
            ".*\\b(seats?|users?|members?|licen[cs]es?|balance|storage|active|devices|employees|plan|level|percent|rate|share)\\b.*");

    private static final String APART = "stack(";

    private Measures() {}

    /** The columns of amounts that are nothing else. */
    static List<ColumnProfile> of(InputGuess guess) {
        Set<String> known = guess.matches().entrySet().stream()
                .filter(match -> !match.getKey().equals(Usage.AMOUNT))
                .map(match -> match.getValue().column().name())
                .collect(Collectors.toCollection(HashSet::new));
        return guess.table().columns().values().stream()
                .filter(column -> !known.contains(column.name()) && isAmount(column))
                .toList();
    }

    /** Those that are written in one way, the column that tells it first: 1.5 and 1,5 are not. */
    static List<ColumnProfile> alike(List<ColumnProfile> measures) {
        boolean comma = measures.stream().anyMatch(m -> is(m, NumberShape.COMMA));
        return measures.stream()
                .filter(m -> !comma || is(m, NumberShape.COMMA) || m.isWhole())
                .sorted(Comparator.comparing(m -> !is(m, NumberShape.COMMA) && !is(m, NumberShape.POINT)))
                .toList();
    }

    private static boolean is(ColumnProfile column, NumberShape shape) {
        return column.number().filter(shape::equals).isPresent();
    }

    private static boolean isAmount(ColumnProfile column) {
        return column.number().isPresent()
                && !column.isTime()
                && !column.isUnique()
                && column.distinct() > 2
                && column.counts().keySet().stream()
                        .noneMatch(value -> value.strip().startsWith("-"))
                && !NONE.matcher(HeaderNames.plain(column.name())).matches();
    }

    /** Whether a metric's name says that its amounts add up. */
    static boolean addsUp(String metric) {
        String name = HeaderNames.plain(metric);
        return ADDS_UP.matcher(name).matches() && !STANDS.matcher(name).matches();
    }

    /** What a metric is called after its column. */
    static String metric(String column) {
        return HeaderNames.plain(column).replace(' ', '_');
    }

    /** The rows of a table, each once for each of these columns that it has, with the column's name and its value beside it. */
    static String rows(TableProfile table, Map<ColumnProfile, String> names, String name, String value) {
        return "SELECT * FROM (SELECT *, " + APART + names.size() + ", "
                + names.entrySet().stream()
                        .map(e -> Sql.text(e.getValue()) + ", CAST("
                                + table.sample().sql(e.getKey().name()) + " AS STRING)")
                        .collect(Collectors.joining(", "))
                + ") AS (" + name + ", " + value + ") FROM " + table.sample().from() + ") WHERE trim(" + value
                + ") <> ''";
    }

    /** Whether a query makes such rows. */
    static boolean setsApart(String query) {
        return query.contains(APART);
    }
}
