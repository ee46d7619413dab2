package io.osusume.intake.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Ways to write a time (UTC), with the expression that a company would map it by and the seconds that it tells apart. */
enum Moments {
    ISO("%s", 1),
    ISO_ZONE("%s", 1),
    DAY("%s", 86_400),
    SLASHES("parse_time(%s, 'd/M/yyyy H:mm')", 60),
    US("parse_time(%s, 'MM/dd/yyyy')", 86_400),
    COMPACT("parse_time(%s)", 1),
    WORDS("parse_time(%s, 'text')", 60),
    EPOCH("parse_time(%s, 'epoch')", 1),
    MILLIS("parse_time(%s, 'epoch_ms')", 1),
    EXCEL("parse_time(%s, 'excel')", 21_600),
    ERA("parse_time(%s, 'japanese')", 86_400),
    ERA_CLOCK("parse_time(%s)", 60),
    MIXED("parse_time(%s, 'iso', 'd.M.yyyy')", 86_400);

    private static final long EXCEL_DAYS_TO_1970 = 25_569;

    final String sql;
    final int step;

    Moments(String sql, int step) {
        this.sql = sql;
        this.step = step;
    }

    static List<Moments> of(Lines.Script script) {
        return script == Lines.Script.JAPANESE || script == Lines.Script.ALL
                ? List.of(values())
                : List.of(values()).stream()
                        .filter(m -> m != ERA && m != ERA_CLOCK)
                        .toList();
    }

    String write(Instant at) {
        return switch (this) {
            case ISO -> as(at, "yyyy-MM-dd HH:mm:ss");
            case ISO_ZONE -> at.toString();
            case DAY -> as(at, "yyyy-MM-dd");
            case SLASHES -> as(at, "d/M/yyyy H:mm");
            case US -> as(at, "MM/dd/yyyy");
            case COMPACT -> as(at, "yyyyMMddHHmmss");
            case WORDS -> as(at, "MMM d, yyyy h:mm a");
            case EPOCH -> String.valueOf(at.getEpochSecond());
            case MILLIS -> String.valueOf(at.toEpochMilli());
            case EXCEL ->
                BigDecimal.valueOf(at.getEpochSecond())
                        .divide(BigDecimal.valueOf(86_400))
                        .add(BigDecimal.valueOf(EXCEL_DAYS_TO_1970))
                        .toPlainString();
            case ERA -> "令和" + (time(at).getYear() - 2018) + as(at, "年M月d日");
            case ERA_CLOCK -> "R" + (time(at).getYear() - 2018) + as(at, ".M.d H:mm");
            case MIXED -> at.getEpochSecond() / 86_400 % 2 == 0 ? as(at, "yyyy-MM-dd") : as(at, "d.M.yyyy");
        };
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static String as(Instant at, String pattern) {
        return time(at).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
