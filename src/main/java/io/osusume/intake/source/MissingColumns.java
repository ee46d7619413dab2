package io.osusume.intake.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/** Columns that matter and that only some of the files have. */
final class MissingColumns {
    private MissingColumns() {}

    /** A sentence for each of them. */
    static List<String> notes(SourceFiles files, Map<Path, List<String>> columns, Set<String> used) {
        Map<String, List<Path>> having = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        columns.forEach((file, names) -> names.stream()
                .filter(used::contains)
                .forEach(n -> having.computeIfAbsent(n, k -> new ArrayList<>()).add(file)));
        List<String> notes = new ArrayList<>();
        having.forEach((name, some) -> {
            List<Path> lack =
                    columns.keySet().stream().filter(p -> !some.contains(p)).toList();
            if (!lack.isEmpty()) {
                notes.add(files.key() + ": the column \"" + name + "\" is not in " + lack.size() + " of "
                        + columns.size() + " files (" + files.names(lack) + "): it is null there.");
            }
        });
        return notes;
    }
}
