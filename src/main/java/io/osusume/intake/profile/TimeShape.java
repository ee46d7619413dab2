package io.osusume.intake.profile;

import java.text.Normalizer;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a time is written.
 *
 * @param order of year, month and day
 * @param separator between them
 * @param year digits of the year
 * @param clock the pattern of the time of day with what stands before it; empty without one
 * @param zoned whether an offset follows
 */
public record TimeShape(Order order, String separator, int year, String clock, boolean zoned) {
    /** Which part comes first. */
    public enum Order {
        /** As SQL casts it: 2026-06-03, 2026-06-03 12:30:00. */
        ISO,
        YEAR_FIRST,
        DAY_FIRST,
        MONTH_FIRST,
        /** 06/03/2026 is either. */
        DAY_OR_MONTH,
        /** Jun 3, 2026, and Jun-03-26. */
        MONTH_NAME_FIRST,
        /** 3 Jun 2026. */
        MONTH_NAME_SECOND,
        /** 20260603, 20260603090500. */
        DIGITS,
        /** 2026年6月3日, 令和8年6月3日, R8.6.3. */
        JAPANESE
    }

    private static final String CLOCK = "(?:([ T,]+)(\\d{1,2}:\\d{2}(:\\d{2}(?:[.,]\\d+)?)?)( ?[AaPp][Mm])?)?";
    private static final String ZONE = "(\\s?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?";
    private static final Pattern YMD = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + CLOCK + ZONE);
    private static final Pattern XXY = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + CLOCK + ZONE);
    private static final Pattern NAME_FIRST = Pattern.compile("[A-Z][a-z]{2,8}( )(\\d{1,2}), ?(\\d{4})" + CLOCK + ZONE);
    private static final Pattern NAME_FIRST_SIGNS =
            Pattern.compile("[A-Z][a-z]{2}([-/.])(\\d{1,2})\\1(\\d{4}|\\d{2})" + CLOCK + ZONE);
    private static final Pattern NAME_SECOND =
            Pattern.compile("(\\d{1,2})([ /-])[A-Z][a-z]{2}\\2(\\d{4}|\\d{2})" + CLOCK + ZONE);
    private static final Pattern DIGITS = Pattern.compile(
            "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:([ T]?)(?:[01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?)?");
    private static final Pattern JAPANESE = Pattern.compile("(?:\\d{4}|(?:令和|平成|昭和)(?:元|\\d{1,2}))年\\d{1,2}月\\d{1,2}日.*"
            + "|[RHS]\\d{1,2}[./](?:0?[1-9]|1[0-2])[./](?:0?[1-9]|[12]\\d|3[01])");
    private static final int LONGEST = 40;

    /** The shape of a day or a time; empty where the text is none. */
    public static Optional<TimeShape> of(String text) {
        String given = text.strip();
        if (given.length() < 6 || given.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher m = YMD.matcher(given);
        if (m.matches() && isMonth(m.group(3)) && isDay(m.group(4))) {
            boolean iso = m.group(2).equals("-") && m.group(8) == null && isPlainGap(m.group(5));
            return Optional.of(shape(iso ? Order.ISO : Order.YEAR_FIRST, m, 2, 4, 5));
        }
        m = XXY.matcher(given);
        if (m.matches()) {
            return order(m.group(1), m.group(3)).map(o -> shape(o, XXY, given, 2, 4));
        }
        m = NAME_FIRST.matcher(given);
        if (m.matches()) {
            return Optional.of(shape(Order.MONTH_NAME_FIRST, m, 1, 3, 4));
        }
        m = NAME_FIRST_SIGNS.matcher(given);
        if (m.matches()) {
            return Optional.of(shape(Order.MONTH_NAME_FIRST, m, 1, 3, 4));
        }
        m = NAME_SECOND.matcher(given);
        if (m.matches()) {
            return Optional.of(shape(Order.MONTH_NAME_SECOND, m, 2, 3, 4));
        }
        m = DIGITS.matcher(given);
        if (m.matches()) {
            return Optional.of(new TimeShape(Order.DIGITS, "", 4, digits(m), false));
        }
        return JAPANESE.matcher(Normalizer.normalize(given, Normalizer.Form.NFKC))
                        .matches()
                ? Optional.of(new TimeShape(Order.JAPANESE, "", 4, "", false))
                : Optional.empty();
    }

    /** The time of day behind the digits of a day. */
    private static String digits(Matcher m) {
        return m.group(1) == null ? "" : m.group(1).replace("T", "'T'") + "HHmm" + (m.group(2) == null ? "" : "ss");
    }

    private static boolean isPlainGap(String gap) {
        return gap == null || gap.equals(" ") || gap.equals("T");
    }

    private static TimeShape shape(Order order, Pattern pattern, String given, int separator, int year) {
        Matcher m = pattern.matcher(given);
        return m.matches() ? shape(order, m, separator, year, year + 1) : null;
    }

    /** @param clock the group of what stands before the time of day; then the time, its seconds, AM or PM, the zone */
    private static TimeShape shape(Order order, Matcher m, int separator, int year, int clock) {
        int digits = order == Order.ISO || order == Order.YEAR_FIRST
                ? 4
                : m.group(year).length();
        return new TimeShape(order, m.group(separator), digits, clock(m, clock), m.group(clock + 4) != null);
    }

    private static String clock(Matcher m, int group) {
        if (m.group(group) == null) {
            return "";
        }
        boolean half = m.group(group + 3) != null;
        String gap = m.group(group).replace("T", "'T'");
        return gap + (half ? "h" : "H") + ":mm" + (m.group(group + 2) == null ? "" : ":ss") + fraction(m, group)
                + (half ? (m.group(group + 3).startsWith(" ") ? " a" : "a") : "");
    }

    private static String fraction(Matcher m, int group) {
        String seconds = m.group(group + 2);
        return seconds == null || seconds.length() <= 3 ? "" : "." + "S".repeat(seconds.length() - 4);
    }

    private static Optional<Order> order(String first, String second) {
        boolean dayFirst = isDay(first) && isMonth(second);
        boolean monthFirst = isMonth(first) && isDay(second);
        if (dayFirst && monthFirst) {
            return Optional.of(Order.DAY_OR_MONTH);
        }
        if (dayFirst) {
            return Optional.of(Order.DAY_FIRST);
        }
        return monthFirst ? Optional.of(Order.MONTH_FIRST) : Optional.empty();
    }

    private static boolean isMonth(String digits) {
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= 12;
    }

    private static boolean isDay(String digits) {
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= 31;
    }

    /** The pattern that reads it, in the letters of Java's date formats. */
    public String pattern() {
        String y = year == 2 ? "yy" : "yyyy";
        String day =
                switch (order) {
                    case ISO, YEAR_FIRST -> y + separator + "M" + separator + "d";
                    case DAY_FIRST -> "d" + separator + "M" + separator + y;
                    case MONTH_FIRST, DAY_OR_MONTH -> "M" + separator + "d" + separator + y;
                    case MONTH_NAME_FIRST ->
                        separator.equals(" ") ? "MMM d, " + y : "MMM" + separator + "d" + separator + y;
                    case MONTH_NAME_SECOND -> "d" + separator + "MMM" + separator + y;
                    case DIGITS -> "yyyyMMdd";
                    case JAPANESE -> "y年M月d日";
                };
        return day + clock + (zoned ? " Z" : "");
    }

    /** The day with which a text begins; empty where it does not begin so. */
    Optional<LocalDate> day(String text) {
        String day = new TimeShape(order, separator, year, "", false).pattern();
        try {
            return Optional.of(LocalDate.from(
                    DateTimeFormatter.ofPattern(day, Locale.ENGLISH).parse(text.strip(), new ParsePosition(0))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    TimeShape with(Order known) {
        return new TimeShape(known, separator, year, clock, zoned);
    }
}
