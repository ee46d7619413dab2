package io.osusume.intake.source;

import java.util.HashSet;
import java.util.List;

/** Lines of titles above the header of a csv file, as reports and spreadsheets write them: a name, a period, an empty line. */
final class Titles {
    /** At most. */
    private static final int MOST_LINES = 10;
    /** Share of lines that must have the same number of fields to tell a table by. */
    private static final double MOST = 0.8;
    /** Of two columns a title cannot be told. */
    private static final int LEAST_COLUMNS = 3;

    private Titles() {}

    /** How many records stand above the one that names the columns, of a file whose first record was taken for its header. */
    static int above(CsvFile file) {
        int width = width(file);
        if (width < LEAST_COLUMNS || !isTitle(file.header(), width)) {
            return 0;
        }
        for (int i = 0; i < Math.min(MOST_LINES, file.head().size()); i++) {
            List<String> record = file.head().get(i);
            if (!isTitle(record, width)) {
                return areNames(record) ? i + 1 : 0;
            }
        }
        return 0;
    }

    /** Some were filled up with delimiters: they are mostly blank. */
    private static boolean isTitle(List<String> record, int width) {
        return record.size() < width
                || 2 * record.stream().filter(String::isBlank).count() > record.size();
    }

    /** The number of fields that most of the records have; 0: none. */
    private static int width(CsvFile file) {
        return file.head().stream()
                .mapToInt(List::size)
                .distinct()
                .filter(n -> file.head().stream().filter(r -> r.size() == n).count()
                        >= MOST * Math.max(1, file.head().size() - MOST_LINES))
                .max()
                .orElse(0);
    }

    /** Names are different, and hold a letter each. The first column may have none: below it stand names of groups, or places. */
    private static boolean areNames(List<String> record) {
        return record.stream().skip(record.get(0).isBlank() ? 1 : 0).allMatch(f -> f.chars()
                        .anyMatch(Character::isLetter))
                && new HashSet<>(record).size() == record.size();
    }
}
