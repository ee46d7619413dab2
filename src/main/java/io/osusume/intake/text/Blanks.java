package io.osusume.intake.text;

import java.text.Normalizer;

/** What is at the ends of a text and cannot be seen: blanks of any kind, control and format characters, byte order marks. */
final class Blanks {
    private Blanks() {}

    /** Without what cannot be seen at its ends, in the composed normal form (NFC), in which equal names are equal. */
    static String plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
