package io.osusume.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Tells by its first bytes a file that is read as text and is none: a workbook, an archive, a file of another format. */
final class OtherKind {
    private static final int LOOKED_AT = 64;
    private static final String ZIP = "504b0304";
    /** What the package of a workbook begins with. */
    private static final String WORKBOOK = "[Content_Types].xml";

    /** First bytes → what it is, and what to do; {@code %s} is the key of the source. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        String workbook =
                "is an Excel workbook and no text. Save its sheet as CSV UTF-8, and set %s.path to that file.";
        KINDS.put(ZIP + " " + WORKBOOK, workbook);
        KINDS.put("d0cf11e0", workbook);
        KINDS.put(ZIP, "is a zip archive, which Spark does not read. Unpack it, and set %s.path to what was in it.");
        KINDS.put("1f8b", "is packed by gzip, but its name does not end in .gz, by which Spark knows it. Rename it.");
        KINDS.put(
                "28b52ffd",
                "is packed by zstd, but its name does not end in .zst, by which Spark knows it. Rename it.");
        KINDS.put("5041523115", "is a Parquet file. Write\n    %s.format = parquet");
        KINDS.put("25504446", "is a PDF and no table. Export the table itself as csv.");
    }

    private OtherKind() {}

    /** What the file is, in the rest of a sentence, with the line to write; empty where it may be text. */
    static Optional<String> of(Path file, String key, Configuration hadoop) throws IOException {
        byte[] head;
        try (InputStream in = CsvProbe.bytes(file, hadoop)) {
            head = in.readNBytes(LOOKED_AT);
        }
        String hex = HexFormat.of().formatHex(head);
        boolean workbook = new String(head, StandardCharsets.ISO_8859_1).contains(WORKBOOK)
                || file.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx");
        String first = hex.startsWith(ZIP) && workbook ? ZIP + " " + WORKBOOK : hex;
        return KINDS.keySet().stream().filter(first::startsWith).findFirst().map(kind -> KINDS.get(kind)
                .formatted(key));
    }
}
