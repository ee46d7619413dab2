package io.osusume.intake.text;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Texts as they are compared: without what cannot be seen at their ends, in one normal form; an empty text and a word for
 * nothing are no value. Plain ASCII, which is nearly all there is, is handed on as it is.
 */
public final class Cleaner implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashSet<String> nothing;
    private final int longest;

    /** @param nothing words that stand for no value, as they are written */
    public Cleaner(Collection<String> nothing) {
        this.nothing = new HashSet<>(Set.copyOf(nothing));
        this.longest = nothing.stream()
                .mapToInt(w -> w.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    /** The text, or null where there is nothing in it. */
    public UTF8String clean(UTF8String text) {
        UTF8String plain = plain(text);
        return plain.numBytes() == 0 || isNothing(plain) ? null : plain;
    }

    /** The word for nothing that the text is; null where it is none. An empty text is no word. */
    public UTF8String word(UTF8String text) {
        if (text.numBytes() > longest + 8) { // blanks at its ends
            return null;
        }
        UTF8String plain = plain(text);
        return plain.numBytes() > 0 && isNothing(plain) ? plain : null;
    }

    /** Whether a control character stands in the text: such an id cannot be told from another, or was cut wrongly. */
    public boolean control(UTF8String text) {
        for (int i = 0; i < text.numBytes(); i++) {
            byte b = text.getByte(i);
            if ((b >= 0 && b < ' ') || b == 127) {
                return true;
            }
        }
        return false;
    }

    /** Of a number's only point: 1 where one to three digits stand before it and exactly three behind, else 2; 0 without one. */
    public int point(UTF8String text) {
        int at = -1;
        int bytes = text.numBytes();
        for (int i = 0; i < bytes; i++) {
            if (text.getByte(i) == '.') {
                at = at < 0 ? i : bytes;
            }
        }
        int sign = bytes > 0 && text.getByte(0) == '-' ? 1 : 0;
        if (at < 0) {
            return 0;
        }
        boolean groups = at - sign >= 1 && at - sign <= 3 && bytes - at == 4 && text.getByte(sign) != '0';
        return groups ? 1 : 2;
    }

    private boolean isNothing(UTF8String plain) {
        return plain.numBytes() <= longest && nothing.contains(plain.toString());
    }

    private static UTF8String plain(UTF8String text) {
        int bytes = text.numBytes();
        if (bytes > 0 && (text.getByte(0) <= ' ' || text.getByte(bytes - 1) <= ' ')) { // negative: not ASCII
            return UTF8String.fromString(Blanks.plain(text.toString()));
        }
        for (int i = 0; i < bytes; i++) {
            byte b = text.getByte(i);
            if (b < 0) {
                return UTF8String.fromString(Blanks.plain(text.toString()));
            }
        }
        return bytes > 0 && text.getByte(bytes - 1) == 127
                ? UTF8String.fromString(Blanks.plain(text.toString()))
                : text;
    }
}
