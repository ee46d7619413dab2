package io.osusume.intake.profile;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The records of a delimited text as RFC 4180 has them: a doubled quote is a quote, and quotes hold line breaks. */
final class Records {
    private static final int END = -1;
    /** A field longer than this is no field: a quote that nothing closes has swallowed the rest of the file. */
    private static final int LONGEST_FIELD = 1_000_000;

    private final Reader in;
    private final char delimiter;
    private final StringBuilder field = new StringBuilder();
    private int next;

    Records(Reader in, char delimiter) throws IOException {
        this.in = in;
        this.delimiter = delimiter;
        this.next = in.read();
    }

    /** The next record; null at the end. Empty lines are skipped. */
    List<String> next() throws IOException {
        while (next == '\n' || next == '\r') {
            next = in.read();
        }
        if (next == END) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (takes(delimiter));
        return fields;
    }

    private boolean takes(char expected) throws IOException {
        if (next != expected) {
            return false;
        }
        next = in.read();
        return true;
    }

    private String field() throws IOException {
        field.setLength(0);
        if (takes('"')) {
            quoted();
        }
        while (next != END && next != delimiter && next != '\n' && next != '\r' && field.length() < LONGEST_FIELD) {
            field.append((char) next);
            next = in.read();
        }
        return field.toString();
    }

    private void quoted() throws IOException {
        while (next != END && field.length() < LONGEST_FIELD) {
            if (takes('"') && next != '"') {
                return;
            }
            field.append((char) next);
            next = in.read();
        }
    }
}
