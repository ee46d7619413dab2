package io.osusume.intake.fuzz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Ways to write a number, with the expression that a company would map it by. */
enum Figures {
    PLAIN("%s", 2),
    WHOLE("%s", 0),
    US("parse_number(%s, '.')", 2),
    GERMAN("parse_number(%s, ',')", 2),
    FRENCH("parse_number(%s, ',')", 2),
    FULL_WIDTH("parse_number(%s, '.')", 2),
    YEN("parse_number(%s)", 0),
    /** In Japanese encodings the yen sign is the byte of the backslash, and is decoded as one. */
    YEN_BYTE("parse_number(%s)", 0),
    BOOKED("parse_number(%s, '.')", 2);

    final String sql;
    final int decimals;

    Figures(String sql, int decimals) {
        this.sql = sql;
        this.decimals = decimals;
    }

    static List<Figures> of(Lines.Script script) {
        return switch (script) {
            case ALL -> List.of(values());
            case JAPANESE -> List.of(PLAIN, WHOLE, US, FULL_WIDTH, YEN_BYTE, BOOKED);
            default -> List.of(PLAIN, WHOLE, US, GERMAN, FRENCH, BOOKED);
        };
    }

    String write(BigDecimal value) {
        String plain = value.toPlainString();
        return switch (this) {
            case PLAIN -> plain;
            case WHOLE -> value.setScale(0, RoundingMode.UNNECESSARY) + (value.signum() < 0 ? "" : ".0");
            case US -> grouped(value, ',', '.');
            case GERMAN -> grouped(value, '.', ',');
            case FRENCH -> grouped(value, ' ', ',');
            case FULL_WIDTH -> full(grouped(value, ',', '.'));
            case YEN -> (value.signum() < 0 ? "-" : "") + "¥" + grouped(value.abs(), ',', '.');
            case YEN_BYTE -> (value.signum() < 0 ? "-" : "") + "\\" + grouped(value.abs(), ',', '.');
            case BOOKED -> value.signum() < 0 ? "(" + grouped(value.abs(), ',', '.') + ")" : grouped(value, ',', '.');
        };
    }

    private static String grouped(BigDecimal value, char group, char point) {
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setGroupingSeparator(group);
        signs.setDecimalSeparator(point);
        DecimalFormat format = new DecimalFormat("#,##0.##", signs);
        format.setMinimumFractionDigits(value.scale());
        return format.format(value);
    }

    private static String full(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c == '-' ? c : c + 0xfee0)));
        return wide.toString();
    }
}
