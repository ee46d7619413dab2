package io.osusume.intake.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Walks through the records of a csv, in one pass and little memory. */
final class CsvRecords {
    private static final int END = Lookahead.END;
    /** So much of a record is kept, in characters: enough to show, and for any header. */
    private static final int KEPT = 4_000_000;

    private final Lookahead in;
    private final CsvDialect dialect;
    private final char delimiter;
    private long line = 1;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ends = new ArrayList<>();
    private long start;
    private long breaks;
    private boolean open;
    private boolean damaged;

    CsvRecords(Reader reader, CsvDialect dialect) throws IOException {
        in = new Lookahead(reader);
        this.dialect = dialect;
        this.delimiter = dialect.delimiter().charAt(0);
        if (in.peek() == '\ufeff') {
            in.next();
        }
    }

    /** Goes to the next record; false at the end. Empty lines and comments are none. */
    boolean next() throws IOException {
        do {
            skipEmptyLines();
            if (in.peek() == END) {
                return false;
            }
            record();
        } while ((width() == 1 && text.chars().allMatch(Character::isWhitespace)) || isComment());
        return true;
    }

    private void skipEmptyLines() throws IOException {
        int c = in.peek();
        while (c == '\n' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            in.next();
            c = in.peek();
        }
    }

    private boolean isComment() {
        return !text.isEmpty()
                && dialect.comment().filter(c -> text.charAt(0) == c).isPresent();
    }

    /** How many fields the record has. */
    int width() {
        return ends.size();
    }

    List<String> fields() {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            fields.add(text.substring(from, end));
            from = end;
        }
        return fields;
    }

    /** Whether the fields are these. */
    boolean is(List<String> others) {
        int from = 0;
        for (int i = 0; i < ends.size(); i++) {
            int end = ends.get(i);
            if (end - from != others.get(i).length()
                    || !text.substring(from, end).equals(others.get(i))) {
                return false;
            }
            from = end;
        }
        return true;
    }

    /** The record to which it went last, where there is a next one no longer. */
    CsvFile.Record last() {
        return new CsvFile.Record(start, fields());
    }

    /** The line in which the record begins, counted from 1. */
    long line() {
        return start;
    }

    /** Whether a field holds line breaks between quotes, the second of which ends it. */
    boolean hasBreaks() {
        return breaks > 0;
    }

    /** Whether a quote is opened that nothing closes. */
    boolean isOpen() {
        return open;
    }

    /** Whether it holds what no text does: bytes that are none in the encoding, or control characters of Latin-1. */
    boolean isDamaged() {
        return damaged;
    }

    private void record() throws IOException {
        text.setLength(0);
        ends.clear();
        breaks = 0;
        open = false;
        damaged = false;
        start = line;
        do {
            field();
            ends.add(text.length());
        } while (takesDelimiter());
        in.takes('\r');
        line += in.takes('\n') ? 1 : 0;
    }

    private void field() throws IOException {
        if (dialect.quote() != 0 && in.takes(dialect.quote())) {
            quoted();
        }
        int c = in.peek();
        while (c != END && c != '\n' && c != '\r' && !isDelimiter()) {
            keep();
            c = in.peek();
        }
    }

    private void quoted() throws IOException {
        long lines = 0;
        int c = in.peek();
        while (c != END) {
            if (c == dialect.escape() && c != dialect.quote() && in.ahead(1) != END) {
                in.next();
            } else if (in.takes(dialect.quote())) {
                if (dialect.escape() != dialect.quote() || in.peek() != dialect.quote()) {
                    ends(lines);
                    return;
                }
            } else if (c == '\n') {
                lines++;
            }
            keep();
            c = in.peek();
        }
        open = true;
        line += lines;
    }

    private void ends(long lines) throws IOException {
        int c = in.peek();
        boolean closed = c == END || c == '\n' || c == '\r' || isDelimiter();
        breaks += closed ? lines : 0;
        open |= !closed && lines > 0;
        line += lines;
    }

    private boolean isDelimiter() throws IOException {
        String whole = dialect.delimiter();
        if (in.peek() != delimiter) {
            return false;
        }
        for (int i = 1; i < whole.length(); i++) {
            if (in.ahead(i) != whole.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesDelimiter() throws IOException {
        if (!isDelimiter()) {
            return false;
        }
        in.skip(dialect.delimiter().length());
        return true;
    }

    private void keep() {
        char c = in.next();
        if (text.length() < KEPT) {
            text.append(c);
        }
        damaged |= c == '\ufffd' || (c >= '\u0080' && c <= '\u009f');
    }
}
