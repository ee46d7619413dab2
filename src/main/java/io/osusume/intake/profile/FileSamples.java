package io.osusume.intake.profile;

import com.github.luben.zstd.ZstdInputStream;
import io.osusume.errors.UserException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the head of a file, whatever it is written in. */
final class FileSamples {
    /** Rows that are looked at. */
    static final int ROWS = 100_000;
    /** Values that are looked at: a wide table is read less far. */
    private static final int VALUES = 3_000_000;
    /** Bytes by which encoding and layout are told. */
    private static final int HEAD = 1 << 20;

    /** What reads the formats that only Spark reads. */
    private final TableReader tables;

    FileSamples(TableReader tables) {
        this.tables = tables;
    }

    /** The head of a file; empty where it is no table. */
    Optional<TableSample> read(String name, String path, Path file) {
        try {
            byte[] head = head(file);
            if (startsWith(head, "PAR1")) {
                return Optional.of(tables.read(name, path, "parquet", ROWS));
            }
            if (startsWith(head, "ORC")) {
                return Optional.of(tables.read(name, path, "orc", ROWS));
            }
            if (head.length == 0 || isBinary(head)) {
                return Optional.empty();
            }
            String encoding = Encodings.of(head);
            String text = withoutMark(new String(head, Charset.forName(encoding)));
            return text.startsWith("{") || text.startsWith("[")
                    ? Optional.of(new JsonSamples(name, path).read(file, encoding))
                    : delimited(name, path, file, TextLayout.of(encoding, text));
        } catch (IOException e) {
            throw UserException.configuration(
                    file + ": cannot be read: " + e.getMessage() + ". Leave it out, or give a whole file.", e);
        }
    }

    private Optional<TableSample> delimited(String name, String path, Path file, TextLayout layout) throws IOException {
        try (BufferedReader in = text(file, layout.encoding())) {
            Records records = new Records(in, layout.delimiter());
            for (int i = 0; i < layout.skipped(); i++) {
                records.next();
            }
            List<String> first = records.next();
            if (first == null || first.size() < 2) {
                return Optional.empty();
            }
            List<String> columns = names(first, layout.header());
            List<String[]> rows = new ArrayList<>();
            Map<String, String> once = new HashMap<>();
            List<String> record = layout.header() ? records.next() : first;
            int most = Math.min(ROWS, VALUES / columns.size());
            while (record != null && rows.size() < most) {
                rows.add(row(record, columns.size(), once));
                record = records.next();
            }
            boolean report = keepLines(rows, columns.size());
            fillDown(rows, columns.size());
            return Optional.of(new TableSample(
                    name,
                    path,
                    "csv",
                    Optional.of(report ? layout.ofReport() : layout),
                    columns,
                    rows,
                    record == null,
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    /** Of a report only its lines, each with the name that it is of; whether it is one. */
    private static boolean keepLines(List<String[]> rows, int width) {
        GroupedReport.Tally tally = new GroupedReport.Tally(width);
        for (int i = 0; i < rows.size() && tally.mayBe(); i++) {
            tally.add(GroupedReport.kind(Arrays.asList(rows.get(i))));
        }
        Optional<GroupedReport.Figures> report = tally.report();
        report.ifPresent(figures -> {
            GroupedReport.Walk walk = new GroupedReport.Walk(figures.totals() > 0);
            rows.removeIf(row ->
                    walk.next(Arrays.asList(row)).map(name -> row[0] = name).isEmpty());
        });
        return report.isPresent();
    }

    /** Where rows write what they share in the first of them alone, the others have it too. */
    private static void fillDown(List<String[]> rows, int width) {
        Outline.Tally tally = new Outline.Tally(width);
        for (int i = 0; i < rows.size() && tally.isOpen(); i++) {
            tally.add(Arrays.asList(rows.get(i)));
        }
        tally.outline().ifPresent(outline -> {
            Outline.Walk walk = new Outline.Walk(outline.columns());
            String[] above = null;
            for (Iterator<String[]> all = rows.iterator(); all.hasNext(); ) {
                String[] row = all.next();
                Outline.Kind kind = walk.next(Arrays.asList(row));
                if (kind == Outline.Kind.NONE) {
                    all.remove();
                    continue;
                }
                for (int column :
                        kind == Outline.Kind.FURTHER && above != null ? outline.columns() : List.<Integer>of()) {
                    row[column] = Outline.isNothing(row[column]) ? above[column] : row[column];
                }
                above = row;
            }
        });
    }

    private static List<String> names(List<String> first, boolean header) {
        List<String> names = new ArrayList<>(first);
        names.set(0, withoutMark(first.get(0)));
        names.replaceAll(name -> header ? name : "");
        return CsvNames.of(names);
    }

    private static String[] row(List<String> record, int width, Map<String, String> once) {
        String[] row = new String[width];
        for (int i = 0; i < width && i < record.size(); i++) {
            String value = record.get(i);
            // Most values of a table stand in many rows: one copy of each is kept.
            row[i] = value.length() > 40 ? value : once.computeIfAbsent(value, v -> v);
        }
        return row;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readNBytes(HEAD);
        }
    }

    static BufferedReader text(Path file, String encoding) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(open(file), Charset.forName(encoding)), 1 << 16);
        in.mark(1);
        if (in.read() != '\ufeff') {
            in.reset();
        }
        return in;
    }

    private static InputStream open(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(in, 1 << 16);
        }
        return name.endsWith(".zst") ? new ZstdInputStream(in) : in;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] head, String magic) {
        return head.length >= magic.length()
                && new String(head, 0, magic.length(), java.nio.charset.StandardCharsets.ISO_8859_1).equals(magic);
    }

    /** Text has no bytes below the blank but line ends and tabs; a UTF-16 text has zeros. */
    private static boolean isBinary(byte[] head) {
        int strange = 0;
        for (byte b : head) {
            strange += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != 0 ? 1 : 0;
        }
        return strange > head.length / 50;
    }
}
