package io.osusume.tables;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns that a major version of the contract has published, by table.column, with their types: kept in a file, one a
 * line, to which columns are only ever added.
 */
record PromisedColumns(Map<String, String> types) {
    PromisedColumns {
        types = new TreeMap<>(types);
    }

    static Path file(int version) {
        return Path.of("src/test/resources/contract/published-columns-v" + version + ".txt");
    }

    static PromisedColumns of(List<Table> tables) {
        Map<String, String> types = new TreeMap<>();
        tables.forEach(t -> t.columns()
                .forEach(c -> types.put(t.name() + "." + c.name(), c.type().simpleString())));
        return new PromisedColumns(types);
    }

    static PromisedColumns read(Path file) throws IOException {
        return new PromisedColumns(Files.readAllLines(file).stream()
                .map(line -> line.split(" ", 2))
                .collect(toMap(parts -> parts[0], parts -> parts[1])));
    }

    /** Adds what the file does not promise yet; what it promises stays. */
    void addTo(Path file) throws IOException {
        Map<String, String> all = new TreeMap<>(types);
        if (Files.exists(file)) {
            all.putAll(read(file).types());
        }
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                all.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
    }

    /** What tables do not keep of it, a sentence a column. */
    List<String> brokenBy(List<Table> tables) {
        Map<String, String> now = of(tables).types();
        List<String> broken = new ArrayList<>();
        types.forEach((column, type) -> {
            if (!now.containsKey(column)) {
                broken.add(column + gone(column, tables));
            } else if (!now.get(column).equals(type)) {
                broken.add(column + " was " + type + " and is " + now.get(column));
            }
        });
        return broken;
    }

    private static String gone(String column, List<Table> tables) {
        String[] parts = column.split("\\.", 2);
        return tables.stream()
                .filter(t -> t.name().equals(parts[0]))
                .flatMap(t -> t.renamed(parts[1]).stream())
                .findFirst()
                .map(c -> " is called " + c.name() + " now")
                .orElse(" is no more");
    }
}
