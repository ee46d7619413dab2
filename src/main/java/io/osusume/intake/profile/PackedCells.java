package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Orders whose rows are not their lines: with all lines in one row, several in a cell, of which each becomes a row of its own beside all that
 * the order's row has; or with a row for the order beside those of its lines.
 */
final class PackedCells {
    private PackedCells() {}

    /** The same tables, with a row a line. */
    static List<TableProfile> settled(List<TableProfile> tables) {
        return tables.stream().map(table -> settled(table).orElse(table)).toList();
    }

    private static Optional<TableProfile> settled(TableProfile table) {
        boolean plain =
                table.sample().lines().isEmpty() && !table.sample().format().equals("json");
        boolean dated = table.columns().values().stream().anyMatch(ColumnProfile::isTime);
        return plain && dated
                ? Stream.<Optional<TableSample>>of(
                                PackedColumns.of(table),
                                PackedRecords.of(table),
                                PackedLists.of(table),
                                PackedNames.of(table),
                                SummaryRows.of(table))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(TableProfile::of)
                : Optional.empty();
    }

    /** What splits a cell, as a pattern of SQL: in a query that is broken into lines no line break may stand. */
    static String pattern(String separator) {
        return separator.equals("\n") ? "\\n" : "[" + separator + "]";
    }

    /** How well a header names a column of order lines. */
    static double score(String target, String name) {
        return HeaderWords.known().score(Orders.INPUT.name(), target, name);
    }
}
