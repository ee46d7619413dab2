package io.osusume.intake.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws order lines of the first half of 2026 (UTC), and texts that are awkward to write. */
final class Lines {
    static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int DAYS = 181;
    private static final List<String> PIECES =
            List.of("Tin", "4\"", "a,b", "c;d", "e|f", "g\th", "it's", "\\n", "#1", "x=y", "\"q\"");
    private static final List<String> BREAKS = List.of("one\ntwo", "up\r\ndown", "\"a\"\n\"b\"");
    private static final List<String> JAPANESE = List.of("表示", "ソ連", "能力", "傘", "サンプル");
    private static final List<String> LATIN = List.of("Müller", "señor", "Ærø", "ça");
    private static final List<String> ANY = List.of("😀 smile", "שלום", "한국어", "Ω≠", "が行");

    private final Random random;
    private int number;

    Lines(Random random) {
        this.random = random;
    }

    /** @param step seconds between two moments that can be told apart */
    Line draw(int step, int decimals) {
        number++;
        long seconds = random.nextLong(DAYS * 86_400L) / step * step;
        Instant at = FIRST.toInstant(ZoneOffset.UTC).plusSeconds(seconds);
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(random.nextInt(20) == 0 ? 9_000 : 12));
        return new Line(
                "A-" + number,
                "P" + random.nextInt(5),
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of("c" + random.nextInt(9)),
                at,
                random.nextInt(9) == 0 ? quantity.negate() : quantity,
                BigDecimal.valueOf(random.nextLong(decimals == 0 ? 20_000 : 2_000_000), decimals),
                Optional.empty());
    }

    /** A text that the charset can hold, without blanks at its ends. */
    String text(Script script, boolean breaks) {
        StringBuilder text = new StringBuilder(one(PIECES));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(' ').append(one(pieces(script)));
        }
        if (breaks && random.nextInt(3) == 0) {
            text.append(' ').append(one(BREAKS));
        }
        return text.toString();
    }

    /** What can be written. */
    enum Script {
        PLAIN,
        LATIN,
        JAPANESE,
        ALL
    }

    private List<String> pieces(Script script) {
        return switch (script) {
            case PLAIN -> PIECES;
            case LATIN -> random.nextBoolean() ? PIECES : LATIN;
            case JAPANESE -> random.nextBoolean() ? PIECES : JAPANESE;
            case ALL -> one(List.of(PIECES, LATIN, JAPANESE, ANY));
        };
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
