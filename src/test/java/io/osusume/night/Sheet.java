package io.osusume.night;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A file of comma-separated values, written by the columns that have a value; the others are empty. */
final class Sheet {
    private final List<String> columns;
    private final List<String[]> rows = new ArrayList<>();

    Sheet(String header) {
        columns = List.of(header.split(",", -1));
    }

    Sheet row() {
        String[] row = new String[columns.size()];
        Arrays.fill(row, "");
        rows.add(row);
        return this;
    }

    Sheet put(String column, Object value) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(column);
        }
        rows.get(rows.size() - 1)[at] = String.valueOf(value);
        return this;
    }

    Path write(Path file, Charset charset, boolean quoted) throws IOException {
        String text = line(columns.toArray(String[]::new), quoted)
                + rows.stream().map(r -> line(r, quoted)).collect(Collectors.joining());
        return Files.writeString(file, text, charset);
    }

    private static String line(String[] values, boolean quoted) {
        return Arrays.stream(values)
                        .map(v -> quoted || v.matches("(?s).*[\",\n;].*") ? "\"" + v.replace("\"", "\"\"") + "\"" : v)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
