package io.osusume.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Lines that fit a terminal, in which Japanese letters are two columns wide. */
public final class Wrapping {
    private static final int ESCAPE = 0x1B;

    private Wrapping() {}

    /** How many columns of a terminal a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Wrapping::width).sum();
    }

    private static int width(int c) {
        int type = UCharacter.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int wide = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    /** In one line, without what would move the cursor or colour the screen, cut with … where it is wider. */
    public static String fit(String text, int columns) {
        String line = plain(text);
        if (width(line) <= columns) {
            return line;
        }
        int end = 0;
        for (int next = end; next < line.length() && width(line.substring(0, next)) < columns; ) {
            end = next;
            next = line.offsetByCodePoints(next, 1);
        }
        return line.substring(0, end) + "…";
    }

    /** The same, followed by blanks up to the width. */
    public static String padded(String text, int columns) {
        String fitted = fit(text, columns);
        return fitted + " ".repeat(columns - width(fitted));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}" + (char) ESCAPE + "\\s]+", " ").strip();
    }

    /** In lines of at most so many columns, broken where a reader of any language would. */
    public static List<String> lines(String text, int columns) {
        String whole = plain(text);
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(whole);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (width(whole.substring(start, end).stripTrailing()) > columns) {
                if (fits > start) {
                    lines.add(whole.substring(start, fits).strip());
                    start = fits;
                }
                while (width(whole.substring(start, end).stripTrailing()) > columns) {
                    int cut = cut(whole, start, end, columns);
                    lines.add(whole.substring(start, cut));
                    start = cut;
                }
            }
            fits = end;
        }
        if (start < whole.length()) {
            lines.add(whole.substring(start).strip());
        }
        return lines;
    }

    /** Where a word that is wider than a line is broken. */
    private static int cut(String text, int start, int end, int columns) {
        int at = text.offsetByCodePoints(start, 1);
        while (at < end && width(text.substring(start, text.offsetByCodePoints(at, 1))) <= columns) {
            at = text.offsetByCodePoints(at, 1);
        }
        return at;
    }
}
