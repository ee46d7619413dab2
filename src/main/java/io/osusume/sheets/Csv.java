package io.osusume.sheets;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file as Excel reads it in any language: UTF-8 with a mark that says so, lines as RFC 4180 has them. */
final class Csv implements Sheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;

    Csv(Path file, List<String> titles) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        row(List.copyOf(titles));
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        out.write(cells.stream().map(Csv::field).collect(joining(",")) + "\r\n");
    }

    private static String field(Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof BigDecimal number
                ? number.toPlainString()
                : cell instanceof Number ? cell.toString() : SafeText.csv(cell.toString());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
