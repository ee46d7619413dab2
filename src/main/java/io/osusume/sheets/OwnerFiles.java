package io.osusume.sheets;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Worklist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Writes one workbook, or two CSV files, per owner: what there is to do, and briefs of the owner's accounts. */
public final class OwnerFiles {
    /** What is written. */
    public enum Format {
        XLSX,
        CSV
    }

    private final Path folder;
    private final Format format;
    private final Words words;
    private final SheetColumns tasks;
    private final SheetColumns accounts;
    private final FileNames names = new FileNames();

    public OwnerFiles(Path folder, Format format, Language language) {
        this.folder = folder;
        this.format = format;
        this.words = new Words(language);
        this.tasks = SheetColumns.ofTasks(language);
        this.accounts = SheetColumns.ofAccounts(language);
    }

    /**
     * Writes the files; both kinds of rows are read once and never held together.
     *
     * @param worklist rows of {@link Worklist}, by owner (in the order of its bytes in UTF-8), then as they are to be shown
     * @param briefs rows of {@link AccountBriefs}, the same
     * @return the files, in the order of owners
     */
    public List<Path> write(Iterator<Row> worklist, Iterator<Row> briefs) throws IOException {
        Files.createDirectories(folder);
        Ahead todo = new Ahead(worklist, Worklist.OWNER);
        Ahead about = new Ahead(briefs, AccountBriefs.OWNER);
        List<Path> written = new ArrayList<>();
        while (todo.owner() != null || about.owner() != null) {
            String owner = first(todo.owner(), about.owner());
            written.addAll(format == Format.XLSX ? workbook(owner, todo, about) : csv(owner, todo, about));
        }
        return written;
    }

    private static String first(String a, String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)) <= 0
                ? a
                : b;
    }

    private List<Path> workbook(String owner, Ahead todo, Ahead about) throws IOException {
        Path file = folder.resolve("worklist-" + names.of(owner) + ".xlsx");
        try (ExcelBook book = new ExcelBook(file)) {
            fill(book.sheet(words.of("tasks"), tasks.titles(), tasks.widths()), tasks, todo, owner);
            fill(book.sheet(words.of("accounts"), accounts.titles(), accounts.widths()), accounts, about, owner);
        }
        return List.of(file);
    }

    private List<Path> csv(String owner, Ahead todo, Ahead about) throws IOException {
        String name = names.of(owner) + ".csv";
        Path list = folder.resolve("worklist-" + name);
        Path briefs = folder.resolve("accounts-" + name);
        fill(new Csv(list, tasks.titles()), tasks, todo, owner);
        fill(new Csv(briefs, accounts.titles()), accounts, about, owner);
        return List.of(list, briefs);
    }

    private static void fill(Sheet sheet, SheetColumns columns, Ahead rows, String owner) throws IOException {
        try (sheet) {
            while (owner.equals(rows.owner())) {
                sheet.row(columns.cells(rows.next()));
            }
        }
    }

    /** Rows of which the next one is known. */
    private static final class Ahead {
        private final Iterator<Row> rows;
        private final String ownerColumn;
        private Row next;

        Ahead(Iterator<Row> rows, String ownerColumn) {
            this.rows = rows;
            this.ownerColumn = ownerColumn;
            next();
        }

        /** Whose the next row is; null after the last. */
        String owner() {
            return next == null ? null : next.getAs(ownerColumn);
        }

        Row next() {
            Row row = next;
            next = rows.hasNext() ? rows.next() : null;
            return row;
        }
    }
}
