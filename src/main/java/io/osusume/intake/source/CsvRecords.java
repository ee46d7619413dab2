package io.osusume.intake.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Walks through the records of a csv, in one pass and little memory. */
final class CsvRecords {
    private static final int END = -1;
    /** So much of a record is kept, in characters: enough to show, and for any header. */
    private static final int KEPT = 4_000_000;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private final CsvDialect dialect;
    private final char delimiter;
    private int size;
    private int at;
    private long line = 1;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ends = new ArrayList<>();
    private long start;
    private long breaks;
    private boolean open;
    private boolean damaged;

    CsvRecords(Reader in, CsvDialect dialect) throws IOException {
        this.in = in;
        this.dialect = dialect;
        this.delimiter = dialect.delimiter().charAt(0);
        if (peek() == '\ufeff') {
            at++;
        }
    }

    /** Goes to the next record; false at the end. Empty lines and comments are none. */
    boolean next() throws IOException {
        do {
            skipEmptyLines();
            if (peek() == END) {
                return false;
            }
            record();
        } while (width() == 1 && text.chars().allMatch(Character::isWhitespace) || isComment());
        return true;
    }

    private void skipEmptyLines() throws IOException {
        int c = peek();
        while (c == '\n' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            at++;
            c = peek();
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
        takes('\r');
        line += takes('\n') ? 1 : 0;
    }

    private void field() throws IOException {
        if (dialect.quote() != 0 && takes(dialect.quote())) {
            quoted();
        }
        int c = peek();
        while (c != END && c != '\n' && c != '\r' && !isDelimiter()) {
            keep();
            c = peek();
        }
    }

    private void quoted() throws IOException {
        long lines = 0;
        int c = peek();
        while (c != END) {
            if (c == dialect.escape() && c != dialect.quote() && ahead(1) != END) {
                at++;
            } else if (takes(dialect.quote())) {
                if (dialect.escape() != dialect.quote() || peek() != dialect.quote()) {
                    ends(lines);
                    return;
                }
            } else if (c == '\n') {
                lines++;
            }
            keep();
            c = peek();
        }
        open = true;
        line += lines;
    }

    private void ends(long lines) throws IOException {
        int c = peek();
        boolean closed = c == END || c == '\n' || c == '\r' || isDelimiter();
        breaks += closed ? lines : 0;
        open |= !closed && lines > 0;
        line += lines;
    }

    private boolean isDelimiter() throws IOException {
        String whole = dialect.delimiter();
        if (peek() != delimiter) {
            return false;
        }
        for (int i = 1; i < whole.length(); i++) {
            if (ahead(i) != whole.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesDelimiter() throws IOException {
        if (!isDelimiter()) {
            return false;
        }
        at += dialect.delimiter().length();
        return true;
    }

    private boolean takes(char expected) throws IOException {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void keep() {
        char c = buffer[at++];
        if (text.length() < KEPT) {
            text.append(c);
        }
        damaged |= c == '\ufffd' || c >= '\u0080' && c <= '\u009f';
    }

    private int peek() throws IOException {
        return at < size ? buffer[at] : ahead(0);
    }

    private int ahead(int n) throws IOException {
        while (at + n >= size) {
            System.arraycopy(buffer, at, buffer, 0, size - at);
            size -= at;
            at = 0;
            int read = in.read(buffer, size, buffer.length - size);
            if (read <= 0) {
                return END;
            }
            size += read;
        }
        return buffer[at + n];
    }
}
