package io.osusume.intake.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells by its first bytes a file that is read as text and is none: a workbook, an archive, a file of another format. */
public final class FirstBytes {
    /** So many tell. */
    public static final int LOOKED_AT = 64;

    private static final String ZIP = "504b0304";
    /** What the package of a workbook begins with. */
    private static final String WORKBOOK = "[Content_Types].xml";

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        Kind workbook = new Kind(
                "is an Excel workbook and no text. Save its sheet as CSV UTF-8", ", and set %s.path to that file.");
        KINDS.put(ZIP + " " + WORKBOOK, workbook);
        KINDS.put("d0cf11e0", workbook);
        KINDS.put(
                ZIP,
                new Kind(
                        "is a zip archive, which Spark does not read. Unpack it",
                        ", and set %s.path to what was in it."));
        KINDS.put(
                "1f8b",
                new Kind(
                        "is packed by gzip, but its name does not end in .gz, by which Spark knows it. Rename it",
                        "."));
        KINDS.put(
                "28b52ffd",
                new Kind(
                        "is packed by zstd, but its name does not end in .zst, by which Spark knows it. Rename it",
                        "."));
        KINDS.put("5041523115", new Kind("is a Parquet file", ". Write\n    %s.format = parquet"));
        KINDS.put("25504446", new Kind("is a PDF and no table. Export the table itself as csv", "."));
    }

    /**
     * What a file is.
     *
     * @param what the rest of a sentence, with what to do
     * @param setting the end of it where a configuration names the file; {@code %s} is the key of the source
     */
    public record Kind(String what, String setting) {}

    private FirstBytes() {}

    /** Empty where it may be text. */
    public static Optional<Kind> of(byte[] head, String name) {
        String hex = HexFormat.of().formatHex(head);
        boolean workbook = new String(head, StandardCharsets.ISO_8859_1).contains(WORKBOOK)
                || name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        String first = hex.startsWith(ZIP) && workbook ? ZIP + " " + WORKBOOK : hex;
        return KINDS.keySet().stream().filter(first::startsWith).findFirst().map(KINDS::get);
    }

    /** What a file is that shows no table, with what to do. */
    public static String told(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOKED_AT), file.getFileName().toString())
                    .map(Kind::what)
                    .orElse("no table that can be read");
        } catch (IOException unreadable) {
            return "no table that can be read";
        }
    }
}
