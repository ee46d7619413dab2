package io.osusume.intake.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which encoding the bytes of a text are in. */
public final class Encodings {
    public static final String UTF_8 = "UTF-8";
    private static final String JAPANESE_WINDOWS = "windows-31j";
    private static final String JAPANESE_UNIX = "EUC-JP";
    private static final String WESTERN = "windows-1252";
    /** Stand by themselves between digits. */
    private static final String UNITS = "年月日時分秒円個本枚点件名";

    private Encodings() {}

    /** The name of the encoding that fits the first bytes of a text, of which the last character may be cut. */
    public static String of(byte[] head) {
        return marked(head).orElseGet(() -> unmarked(head));
    }

    private static Optional<String> marked(byte[] head) {
        boolean little = head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
        boolean big = head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
        if (little || big) {
            return Optional.of("UTF-16");
        }
        long zerosAtEven = zeros(head, 0);
        long zerosAtOdd = zeros(head, 1);
        if (zerosAtOdd > head.length / 8 && zerosAtEven < zerosAtOdd / 4) {
            return Optional.of("UTF-16LE");
        }
        return zerosAtEven > head.length / 8 && zerosAtOdd < zerosAtEven / 4
                ? Optional.of("UTF-16BE")
                : Optional.empty();
    }

    private static long zeros(byte[] head, int from) {
        long zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static String unmarked(byte[] head) {
        if (decoded(head, StandardCharsets.UTF_8).isPresent()) {
            return UTF_8;
        }
        int windows = japanese(head, JAPANESE_WINDOWS);
        int unix = japanese(head, JAPANESE_UNIX);
        if (windows <= 0 && unix <= 0) {
            return WESTERN;
        }
        return unix > windows ? JAPANESE_UNIX : JAPANESE_WINDOWS;
    }

    /**
     * How much a text reads as Japanese in an encoding: its kana and what stands beside another Japanese character, less
     * half-width kana and Japanese characters between Latin letters, which are what accents of Western texts come to.
     */
    private static int japanese(byte[] head, String encoding) {
        String text = decoded(head, Charset.forName(encoding)).orElse("");
        int score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHalfWidth(c)) {
                score -= 2;
            } else if (isJapanese(c)) {
                boolean before = i > 0 && isJapanese(text.charAt(i - 1));
                boolean behind = i + 1 < text.length() && isJapanese(text.charAt(i + 1));
                score += before || behind || isKana(c) ? 1 : UNITS.indexOf(c) < 0 ? -2 : 0;
            }
        }
        return score;
    }

    private static boolean isKana(char c) {
        return c >= 0x3040 && c <= 0x30FF;
    }

    private static boolean isJapanese(char c) {
        return isKana(c) || (c >= 0x4E00 && c <= 0x9FFF);
    }

    private static boolean isHalfWidth(char c) {
        return c >= 0xFF61 && c <= 0xFF9F;
    }

    private static Optional<String> decoded(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        // endOfInput = false: a character cut by the end of the head is no error
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, false);
        return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
    }
}
