package io.osusume.intake.source;

import io.osusume.intake.profile.CsvNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** What a person should know of csv files, in sentences. */
final class CsvNotes {
    private static final Pattern TOTAL = Pattern.compile(
            "(grand |sub)?totals?|sum|summe|gesamt|insgesamt|totaux|suma|somme|合計|総計|計|小計|総合計",
            Pattern.CASE_INSENSITIVE);

    private final SourceFiles files;
    private final CsvDialect dialect;
    private final Set<String> used;
    private final List<String> notes = new ArrayList<>();

    CsvNotes(SourceFiles files, CsvDialect dialect, Set<String> used) {
        this.files = files;
        this.dialect = dialect;
        this.used = used;
    }

    List<String> of(List<CsvFile> all, CsvOutlines outlines) {
        if (dialect.header()) {
            Map<Path, List<String>> columns = new LinkedHashMap<>();
            all.forEach(f -> columns.put(f.path(), f.names()));
            notes.addAll(MissingColumns.notes(files, columns, used));
            titles(all.stream().filter(f -> !f.titles().isEmpty()).toList());
            all.forEach(this::twice);
            all.stream().filter(f -> f.report().isEmpty()).forEach(this::secondHeader);
        }
        all.forEach(this::report);
        outlines.notes(files).forEach(this::note);
        all.stream()
                .filter(f -> f.report().isEmpty() && outlines.of(f).isEmpty())
                .forEach(this::total);
        all.forEach(this::open);
        all.forEach(this::damaged);
        return notes;
    }

    private void titles(List<CsvFile> titled) {
        titled.stream()
                .findFirst()
                .ifPresent(first -> note("the header of " + files.name(first.path())
                        + (titled.size() == 1 ? "" : String.format(Locale.ROOT, " and %,d more", titled.size() - 1))
                        + " stands below titles (\""
                        + shown(String.join(dialect.delimiter(), first.titles().get(0)))
                        + "\"): what is above it is left out."));
    }

    private void report(CsvFile file) {
        file.report()
                .ifPresent(r -> note(String.format(
                        Locale.ROOT,
                        "%s is a report: its %,d lines stand below %,d names, and each has the name that it is of in %s. The names'"
                                + " own rows and %,d totals are no lines.",
                        files.name(file.path()),
                        r.lines(),
                        r.names(),
                        file.names().get(0),
                        r.totals())));
    }

    private void twice(CsvFile file) {
        CsvNames.twice(file.header()).stream()
                .filter(n -> used.contains(n) || file.names().stream().anyMatch(c -> used.contains(c) && isOf(c, n)))
                .forEach(n -> note("the column \"" + n + "\" stands several times in " + files.name(file.path())
                        + ": they are called "
                        + String.join(
                                ", ",
                                file.names().stream().filter(c -> isOf(c, n)).toList())
                        + ", each with its place behind it, counted from 0. Map the one that is meant, such as "
                        + files.key() + ".columns.<column> = \""
                        + ByName.quoted(file.names().stream()
                                .filter(c -> isOf(c, n))
                                .findFirst()
                                .orElse(n))
                        + "\"."));
    }

    private static boolean isOf(String column, String name) {
        return ByName.lower(column).matches(Pattern.quote(name) + "\\d+_*");
    }

    /** Lines that are rejects where a file is an input of its own, and no rows of a table that a query reads. */
    static List<String> leftOut(SourceFiles files, List<CsvFile> all) {
        return all.stream()
                .filter(f -> f.figures().odd() > 0)
                .map(f -> String.format(
                        Locale.ROOT,
                        "%s: %,d line%s of %s ha%s another number of fields than its header (the first is line %d): left out.",
                        files.key(),
                        f.figures().odd(),
                        f.figures().odd() == 1 ? "" : "s",
                        files.name(f.path()),
                        f.figures().odd() == 1 ? "s" : "ve",
                        f.figures().firstOdd()))
                .toList();
    }

    /** A header again, or a line of units and such below it. */
    private void secondHeader(CsvFile file) {
        if (file.figures().again() > 0) {
            note(String.format(
                    Locale.ROOT,
                    "the header line of %s stands %,d more time%s between its rows, as where files were put together: each is a"
                            + " reject. Leave them out with %s.where = \"%s <> '%s'\".",
                    files.name(file.path()),
                    file.figures().again(),
                    file.figures().again() == 1 ? "" : "s",
                    files.key(),
                    ByName.quoted(file.names().get(0)),
                    file.header().get(0).replace("'", "\\'")));
        } else if (file.head().size() >= 3
                && isOfWords(file.head().get(0))
                && !isOfWords(file.head().get(1))
                && !isOfWords(file.head().get(2))) {
            note("line 2 of " + files.name(file.path()) + " looks like a second header (\""
                    + shown(String.join(dialect.delimiter(), file.head().get(0)))
                    + "\"), and is read as a row. Export it with one header line.");
        }
    }

    private static boolean isOfWords(List<String> record) {
        return record.stream().noneMatch(f -> f.chars().anyMatch(Character::isDigit));
    }

    private void total(CsvFile file) {
        List<String> last = file.last().fields();
        last.stream().map(String::strip).filter(f -> !f.isEmpty()).findFirst().ifPresent(first -> {
            if (TOTAL.matcher(first.replaceAll("[:：]$", "")).matches()) {
                int at = last.stream().map(String::strip).toList().indexOf(first);
                String column = at < file.names().size()
                        ? file.names().get(at)
                        : file.names().get(0);
                note("the last line of " + files.name(file.path()) + " (line "
                        + file.last().line()
                        + ") looks like a total (\"" + shown(String.join(dialect.delimiter(), last))
                        + "\"). It is read as a row; leave it out with " + files.key() + ".where = \""
                        + ByName.quoted(column) + " <> '" + last.get(at).replace("'", "\\'") + "' OR "
                        + ByName.quoted(column) + " IS NULL\".");
            }
        });
    }

    private void open(CsvFile file) {
        if (file.figures().open() > 0) {
            note("line " + file.figures().open() + " of " + files.name(file.path())
                    + " opens a quote that nothing closes where its field ends: what follows may be read as part of it. Write a"
                    + " quote within a field twice, and the field in quotes.");
        }
    }

    private void damaged(CsvFile file) {
        if (file.figures().damaged() > 0) {
            note(String.format(
                    Locale.ROOT,
                    "%,d of %,d lines of %s are no text in %s (the first is line %d): where that is in a mapped column, they are"
                            + " rejects (bad_encoding). %s",
                    file.figures().damaged(),
                    file.figures().records(),
                    files.name(file.path()),
                    dialect.charset().name(),
                    file.figures().firstDamaged(),
                    new CsvChecks(files, dialect).encoding(file.path())));
        }
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private void note(String sentence) {
        notes.add(files.key() + ": " + sentence);
    }
}
