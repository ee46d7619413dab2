package io.osusume.intake.profile;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of another table beside those of a base.
 *
 * @param columns by each of the base's what makes it
 * @param from where that is taken from
 */
record MoreRows(TableProfile table, Map<String, String> columns, String from) {
    String rows(TableProfile base) {
        String own = columns.keySet().stream()
                .map(column -> base.sample().sql(column))
                .collect(Collectors.joining(", "));
        String other = columns.entrySet().stream()
                .map(e -> e.getValue() + " AS " + base.sample().sql(e.getKey()))
                .collect(Collectors.joining(", "));
        return "SELECT " + own + " FROM " + base.sample().from() + "\nUNION ALL SELECT " + other + " FROM " + from;
    }
}
