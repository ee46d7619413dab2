package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows of several files of one table. */
final class Samples {
    private Samples() {}

    /** The rows of both, with the columns of either. */
    static TableSample together(TableSample a, TableSample b, String path) {
        Set<String> columns = new LinkedHashSet<>(a.columns());
        columns.addAll(b.columns());
        List<String> names = List.copyOf(columns);
        List<String[]> rows = new ArrayList<>(rows(a, names));
        rows.addAll(rows(b, names));
        return new TableSample(a.name(), path, a.format(), a.layout(), names, rows, false, a.lines(), a.where());
    }

    private static List<String[]> rows(TableSample sample, List<String> names) {
        int[] at = names.stream().mapToInt(sample.columns()::indexOf).toArray();
        List<String[]> rows = new ArrayList<>(sample.rows().size());
        for (String[] row : sample.rows()) {
            String[] wide = new String[at.length];
            for (int i = 0; i < at.length; i++) {
                wide[i] = at[i] < 0 ? null : row[at[i]];
            }
            rows.add(wide);
        }
        return rows;
    }
}
