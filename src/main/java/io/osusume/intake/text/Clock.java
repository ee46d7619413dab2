package io.osusume.intake.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;

/** The time of day behind a day, where there is one. */
final class Clock {
    /** Nothing, or a time of day, with a zone or without. */
    static final String BEHIND =
            "(?:[ T,]*(?<half>午前|午後)?[ ]?(?<hour>[0-9]{1,2})(?::|時)(?:(?<minute>[0-9]{1,2})(?:[:分](?:(?<second>[0-9]{1,2})"
                    + "(?:[.,](?<fraction>[0-9]{1,9}))?秒?)?)?)?[ ]?(?<noon>[AaPp]\\.?[Mm]\\.?)?[ ]?(?<zone>Z|UTC|GMT|JST|[+-][0-9]{2}:?[0-9]{2}|[A-Z][A-Za-z]+/[A-Za-z_]+)?)?";

    private Clock() {}

    static Instant at(LocalDate day, Matcher m, ZoneId zone) {
        if (m.group("hour") == null) {
            return day.atStartOfDay(zone).toInstant();
        }
        LocalTime time = LocalTime.of(hour(m), number(m, "minute"), number(m, "second"), nanos(m));
        String written = m.group("zone");
        ZoneId at = written == null ? zone : written.equals("JST") ? ZoneId.of("Asia/Tokyo") : ZoneId.of(written);
        return day.atTime(time).atZone(at).toInstant();
    }

    private static int hour(Matcher m) {
        int hour = number(m, "hour");
        String noon = m.group("noon");
        boolean twelve = noon != null || m.group("half") != null;
        if (!twelve) {
            return hour;
        }
        boolean afternoon = "午後".equals(m.group("half"))
                || (noon != null && noon.toLowerCase(Locale.ROOT).startsWith("p"));
        if (hour > 12) {
            throw new DateTimeException("no hour of a half day");
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int number(Matcher m, String group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static int nanos(Matcher m) {
        String fraction = m.group("fraction");
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
