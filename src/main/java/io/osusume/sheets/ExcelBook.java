package io.osusume.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook that is written row by row, so that no sheet is ever held in memory. */
final class ExcelBook implements AutoCloseable {
    /** Excel's limit is 1,048,576; what is beyond goes on in a further sheet. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int FLUSH_ROWS = 500;
    private static final String DAY = "yyyy-mm-dd";
    private static final String NUMBER = "#,##0.##";

    private final OutputStream out;
    private final Workbook book;
    private final int mostRows;

    ExcelBook(Path file) throws IOException {
        this(file, MOST_ROWS);
    }

    ExcelBook(Path file, int mostRows) throws IOException {
        this.out = Files.newOutputStream(file);
        this.book = new Workbook(out, "Osusume", null);
        this.mostRows = mostRows;
    }

    /**
     * Begins a sheet; the one before is over.
     *
     * @param widths of the columns, in characters
     */
    Sheet sheet(String name, List<String> titles, List<Integer> widths) {
        return new Tab(name, titles, widths);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            book.close();
        }
    }

    private final class Tab implements Sheet {
        private final String name;
        private final List<String> titles;
        private final List<Integer> widths;
        private Worksheet sheet;
        private int number = 1;
        private int next;

        Tab(String name, List<String> titles, List<Integer> widths) {
            this.name = name;
            this.titles = titles;
            this.widths = widths;
            begin();
        }

        private void begin() {
            sheet = book.newWorksheet(number == 1 ? name : name + " " + number);
            sheet.freezePane(0, 1);
            for (int c = 0; c < titles.size(); c++) {
                sheet.width(c, widths.get(c));
                sheet.inlineString(0, c, titles.get(c));
                sheet.style(0, c).bold().set();
            }
            next = 1;
        }

        @Override
        public void row(List<Object> cells) throws IOException {
            if (next > mostRows) {
                close();
                number++;
                begin();
            }
            for (int c = 0; c < cells.size(); c++) {
                cell(c, cells.get(c));
            }
            next++;
            if (next % FLUSH_ROWS == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, Object cell) {
            if (cell instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format(DAY).set();
            } else if (cell instanceof Number number) {
                sheet.value(next, column, number);
                if (number instanceof BigDecimal || number instanceof Double) {
                    sheet.style(next, column).format(NUMBER).set();
                }
            } else if (cell != null) {
                sheet.inlineString(next, column, SafeText.cell(cell.toString()));
            }
        }

        @Override
        public void close() throws IOException {
            sheet.setAutoFilter(0, 0, Math.max(next - 1, 0), titles.size() - 1);
            sheet.finish();
        }
    }
}
