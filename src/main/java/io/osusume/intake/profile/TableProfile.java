package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One table with what its columns are like.
 *
 * @param columns by name, in the order of the file
 */
public record TableProfile(TableSample sample, Map<String, ColumnProfile> columns) {

    public static TableProfile of(TableSample sample) {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        for (int i = 0; i < sample.columns().size(); i++) {
            int at = i;
            List<String> values = new ArrayList<>(sample.rows().size());
            sample.rows().forEach(row -> values.add(row[at]));
            columns.put(
                    sample.columns().get(i), ColumnProfile.of(sample.columns().get(i), values));
        }
        return new TableProfile(sample, columns);
    }

    public String name() {
        return sample.name();
    }

    public Optional<ColumnProfile> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** The share of rows whose values of these columns stand together in no row before; 1 where they name a row. */
    double uniqueShare(List<String> names) {
        return uniqueShare(names, false);
    }

    /** The same of the rows that have all of them. */
    double uniqueShareOfFilled(List<String> names) {
        return uniqueShare(names, true);
    }

    private double uniqueShare(List<String> names, boolean filled) {
        int[] at = names.stream().mapToInt(sample.columns()::indexOf).toArray();
        Set<List<String>> seen = new HashSet<>();
        long rows = 0;
        for (String[] row : sample.rows()) {
            List<String> key = new ArrayList<>(at.length);
            for (int i : at) {
                key.add(row[i]);
            }
            if (!filled || key.stream().noneMatch(ColumnProfile::isNothing)) {
                rows++;
                seen.add(key);
            }
        }
        return rows == 0 ? 1 : (double) seen.size() / rows;
    }

    /** Whether each value of one column stands beside one value of the other alone. */
    boolean tells(String key, String value) {
        return uniqueShare(List.of(key)) == uniqueShare(List.of(key, value));
    }

    /** Tables are told apart by their names: comparing all their rows would take long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TableProfile table && table.name().equals(name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }
}
