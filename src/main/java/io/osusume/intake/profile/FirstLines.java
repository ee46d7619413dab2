package io.osusume.intake.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Exports that say on the first line of an order what holds for all of them. */
final class FirstLines {
    /** Share of the orders of several lines whose first line says it, at least: of some nobody knows, such as who bought. */
    private static final double SAID = 0.5;
    /** Share of them that say it again on another line, at most. */
    private static final double AGAIN = 0.1;

    private FirstLines() {}

    /** Whether a column is filled on the first line of the orders that have several, and on no other. */
    static boolean onlyFirst(TableProfile table, String order, String column) {
        int orderAt = table.sample().columns().indexOf(order);
        int columnAt = table.sample().columns().indexOf(column);
        Map<String, Boolean> first = new HashMap<>();
        Set<String> several = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (String[] row : table.sample().rows()) {
            String id = row[orderAt];
            boolean filled = !ColumnProfile.isNothing(row[columnAt]);
            if (first.putIfAbsent(id, filled) != null) {
                several.add(id);
                if (filled) {
                    again.add(id);
                }
            }
        }
        long said = several.stream().filter(first::get).count();
        return said > 0 && said >= SAID * several.size() && again.size() <= AGAIN * several.size();
    }
}
