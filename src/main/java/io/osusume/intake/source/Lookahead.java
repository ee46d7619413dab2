package io.osusume.intake.source;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one, with a look at those to come. */
final class Lookahead {
    static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int size;
    private int at;

    Lookahead(Reader in) {
        this.in = in;
    }

    /** The next character, which stays the next; {@link #END} at the end. */
    int peek() throws IOException {
        return at < size ? buffer[at] : ahead(0);
    }

    /** The character so many places behind the next. */
    int ahead(int places) throws IOException {
        while (at + places >= size) {
            System.arraycopy(buffer, at, buffer, 0, size - at);
            size -= at;
            at = 0;
            int read = in.read(buffer, size, buffer.length - size);
            if (read <= 0) {
                return END;
            }
            size += read;
        }
        return buffer[at + places];
    }

    /** Goes past the next character, which has been looked at, and gives it. */
    char next() {
        return buffer[at++];
    }

    /** Goes past characters that have been looked at. */
    void skip(int places) {
        at += places;
    }

    /** Goes past the next character where it is this one. */
    boolean takes(char expected) throws IOException {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }
}
