package io.osusume.intake.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of times that have a name of their own, each readable in one way only. */
enum NamedForm implements TimeForm {
    /** 2026-06-03, 2026/6/3 9:05, 2026.06.03T09:05:00.123+09:00. */
    ISO("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + Clock.BEHIND) {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            return Clock.at(day(m), m, zone);
        }
    },
    /** 20260603, 20260603090500. */
    COMPACT("(19[0-9]{2}|20[0-9]{2})([0-9]{2})([0-9]{2})(?:[ T]?([0-9]{2})([0-9]{2})([0-9]{2})?)?") {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            LocalTime clock = m.group(4) == null
                    ? LocalTime.MIN
                    : LocalTime.of(number(m, 4), number(m, 5), m.group(6) == null ? 0 : number(m, 6));
            return day(m).atTime(clock).atZone(zone).toInstant();
        }
    },
    /** 2026年6月3日, 令和8年6月3日 9時5分, R8.6.3, 令和元年5月1日. */
    JAPANESE("(令和|平成|昭和|大正|[RHST])?([0-9]{1,4}|元)(?:年|[./-])([0-9]{1,2})(?:月|[./-])([0-9]{1,2})日?"
            + "(?:[(（][日月火水木金土][)）])?" + Clock.BEHIND) {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            int year = m.group(2).equals("元") ? 1 : number(m, 2);
            if (m.group(1) == null && (year < 1000 || !m.group().contains("年"))) {
                throw new java.time.DateTimeException("no era and no whole year");
            }
            int offset = m.group(1) == null ? 0 : ERAS.get(m.group(1).substring(0, 1));
            return Clock.at(LocalDate.of(offset + year, number(m, 3), number(m, 4)), m, zone);
        }
    },
    /** 3 Jun 2026, Jun 3, 2026 9:05 AM. */
    TEXT(
            "(?:[A-Za-z]{3,9},? )?(?:([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\\.?,?[ -]([0-9]{4})|([A-Za-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4}))"
                    + Clock.BEHIND) {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            boolean dayFirst = m.group(1) != null;
            String month = m.group(dayFirst ? 2 : 4);
            int year = number(m, dayFirst ? 3 : 6);
            return Clock.at(LocalDate.of(year, month(month), number(m, dayFirst ? 1 : 5)), m, zone);
        }
    },
    /** 46176.5: days since 1899-12-30, as Excel stores them, from 1954 to 2064. */
    EXCEL("([2-5][0-9]{4}|60000)(?:\\.[0-9]+)?") {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            return Times.excel(Double.parseDouble(m.group())).atZone(zone).toInstant();
        }
    },
    /** 1780444800, seconds since 1970. */
    EPOCH("[0-9]{9,10}(?:\\.[0-9]{1,9})?") {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            return Instant.ofEpochMilli(
                    new java.math.BigDecimal(m.group()).movePointRight(3).longValue());
        }
    },
    /** 1780444800000, milliseconds since 1970. */
    EPOCH_MS("[0-9]{12,13}(?:\\.0+)?") {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            return Instant.ofEpochMilli(Long.parseLong(m.group().replaceAll("\\..*", "")));
        }
    },
    /** 1780444800000000, microseconds since 1970, as analytics export them. */
    EPOCH_US("[0-9]{15,16}(?:\\.0+)?") {
        @Override
        Instant time(Matcher m, ZoneId zone) {
            return Instant.EPOCH.plus(Long.parseLong(m.group().replaceAll("\\..*", "")), ChronoUnit.MICROS);
        }
    };

    private static final Map<String, Integer> ERAS =
            Map.of("令", 2018, "平", 1988, "昭", 1925, "大", 1911, "R", 2018, "H", 1988, "S", 1925, "T", 1911);

    private final Pattern pattern;

    NamedForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    abstract Instant time(Matcher m, ZoneId zone);

    /** The form of a name, such as excel. */
    static Optional<NamedForm> of(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public Optional<Instant> read(String text, ZoneId zone) {
        Matcher m = pattern.matcher(text);
        return m.matches() ? Optional.of(time(m, zone)) : Optional.empty();
    }

    private static LocalDate day(Matcher m) {
        return LocalDate.of(Year.of(number(m, 1)).getValue(), number(m, 2), number(m, 3));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int month(String name) {
        for (java.time.Month month : java.time.Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (name.equalsIgnoreCase(full)
                    || name.equalsIgnoreCase(full.substring(0, 3))
                    || (name.equalsIgnoreCase("sept") && month == java.time.Month.SEPTEMBER)) {
                return month.getValue();
            }
        }
        throw new java.time.DateTimeException(name + " is no month");
    }
}
