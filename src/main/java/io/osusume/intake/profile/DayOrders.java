package io.osusume.intake.profile;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether 03/04 is March or April, where no value of the column itself tells: as the other columns of the same files are written;
 * else, where all days of one column are the same and the months are not, as the monthly day that it is.
 */
final class DayOrders {
    private static final Pattern PARTS = Pattern.compile("\\s*(\\d{1,2})[-/.](\\d{1,2})[-/.].*");
    /** Months that a column of one day must name. */
    private static final int MONTHS = 3;

    private DayOrders() {}

    /** The same tables, with what could be told. */
    static List<TableProfile> settled(List<TableProfile> tables) {
        Set<TimeShape.Order> known = EnumSet.noneOf(TimeShape.Order.class);
        tables.stream()
                .flatMap(table -> table.columns().values().stream())
                .flatMap(column -> column.times().stream())
                .map(TimeShape::order)
                .filter(order -> order == TimeShape.Order.DAY_FIRST || order == TimeShape.Order.MONTH_FIRST)
                .forEach(known::add);
        Optional<TimeShape.Order> others = known.size() == 1 ? known.stream().findFirst() : Optional.empty();
        return tables.stream().map(table -> settled(table, others)).toList();
    }

    private static TableProfile settled(TableProfile table, Optional<TimeShape.Order> others) {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        table.columns()
                .forEach((name, column) -> columns.put(
                        name,
                        isOpen(column)
                                ? others.or(() -> byOneDay(column))
                                        .map(column::ordered)
                                        .orElse(column)
                                : column));
        return new TableProfile(table.sample(), columns);
    }

    private static boolean isOpen(ColumnProfile column) {
        return column.times().stream().anyMatch(t -> t.order() == TimeShape.Order.DAY_OR_MONTH);
    }

    private static Optional<TimeShape.Order> byOneDay(ColumnProfile column) {
        int first = parts(column, 1);
        int second = parts(column, 2);
        if (first == 1 && second >= MONTHS) {
            return Optional.of(TimeShape.Order.DAY_FIRST);
        }
        return second == 1 && first >= MONTHS ? Optional.of(TimeShape.Order.MONTH_FIRST) : Optional.empty();
    }

    /** How many different numbers stand at a place. */
    private static int parts(ColumnProfile column, int place) {
        return column.counts().keySet().stream()
                .map(PARTS::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.parseInt(m.group(place)))
                .collect(Collectors.toSet())
                .size();
    }
}
