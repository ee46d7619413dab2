package io.osusume.intake.source;

import io.osusume.errors.UserException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/** Whether a csv file is a table at all with the delimiter and the header line that are taken for its own. */
final class CsvChecks {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    /** Share of lines that must have the same number of fields to tell a table by. */
    private static final double MOST = 0.8;

    private final SourceFiles files;
    private final CsvDialect dialect;

    CsvChecks(SourceFiles files, CsvDialect dialect) {
        this.files = files;
        this.dialect = dialect;
    }

    /** @throws UserException with the line to write, where another delimiter fits */
    void requireTable(CsvFile file) {
        if (!dialect.header()) {
            return;
        }
        fitting(file).ifPresent(delimiter -> {
            throw UserException.configuration(files.key() + ".path: " + path(file.path()) + " has one column, \""
                    + shown(file.header().get(0)) + "\", because its fields are not divided by "
                    + Delimiters.word(dialect.delimiter()) + " but by " + Delimiters.word(delimiter) + ". Write\n    "
                    + files.key() + ".options.delimiter = \"" + Delimiters.written(delimiter) + "\"");
        });
    }

    /** @throws UserException with the line to write, where the first line has no column that is needed, and is a row like others */
    void requireHeader(CsvFile file, UsedColumns used) {
        Set<String> names = Shape.anyCase();
        names.addAll(file.names());
        if (dialect.header()
                && !used.needed().isEmpty()
                && used.needed().stream().noneMatch(names::contains)
                && file.header().stream().filter(CsvChecks::isValue).count() >= 2) {
            throw UserException.configuration(
                    files.key() + ".path: the first line of " + path(file.path())
                            + " is a row and names no columns (\""
                            + shown(String.join(dialect.delimiter(), file.header()))
                            + "\"). If the file has no header, write\n    " + files.key()
                            + ".options.header = false\n  and map its columns by their place: _c0 is the first, _c1 the second.");
        }
    }

    /** Whether a field is a number or a time, as no name is. */
    private static boolean isValue(String field) {
        return field.matches(".*[0-9].*") && field.matches("[-+0-9.,:/TZ ]+");
    }

    /** @throws UserException with the line to write, where the names of columns are no text and those that are needed are missing */
    void requireEncoding(CsvFile file, UsedColumns used) {
        Set<String> names = Shape.anyCase();
        names.addAll(file.names());
        if (file.header().stream().anyMatch(EncodingHint::isDamaged) && !names.containsAll(used.needed())) {
            throw UserException.configuration(files.key() + ".path: the header line of " + path(file.path())
                    + " is no text in " + dialect.charset().name() + " (\""
                    + shown(String.join(dialect.delimiter(), file.header()).replace("\0", "")) + "\"). "
                    + encoding(file.path()));
        }
    }

    /** The line that sets the encoding which fits, in a sentence. */
    String encoding(Path file) {
        return EncodingHint.of(file, dialect.charset(), files.hadoop())
                .map(name -> "Its bytes fit " + name + ": write\n    " + files.key() + ".encoding = \"" + name + "\"")
                .orElse("Its bytes fit no encoding that is in common use: export it again as UTF-8.");
    }

    /** The delimiter by which a file of one column has several, in its header and most of its lines. */
    private Optional<String> fitting(CsvFile file) {
        if (file.header().size() > 1) {
            return Optional.empty();
        }
        String header = file.header().get(0);
        return DELIMITERS.stream()
                .filter(d -> !d.equals(dialect.delimiter()) && header.contains(d))
                .filter(d -> file.head().isEmpty() || share(file, count(header, d), d) >= MOST)
                .findFirst();
    }

    private static double share(CsvFile file, int delimiters, String d) {
        long alike = file.head().stream()
                .filter(r -> count(r.get(0), d) >= delimiters
                        || (r.size() > 1 && count(String.join(",", r), d) >= delimiters))
                .count();
        return (double) alike / file.head().size();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static String path(Path file) {
        return file.toUri().getPath();
    }

    private static String shown(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
