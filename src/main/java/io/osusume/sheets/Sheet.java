package io.osusume.sheets;

import java.io.IOException;
import java.util.List;

/** Where rows go: a sheet of a workbook, or a CSV file. */
interface Sheet extends AutoCloseable {
    /** A row of cells: text, a number, a day, or null for nothing. */
    void row(List<Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}
