package io.osusume.config;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The days on which nobody is contacted: weekdays and dates. */
public final class ContactDays implements Serializable {
    private final EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    private final TreeSet<LocalDate> dates = new TreeSet<>();

    private ContactDays() {}

    /** Reads names of weekdays, and dates as 2026-12-25; notes what is neither. */
    static ContactDays of(List<String> without, String key, Checks checks) {
        ContactDays days = new ContactDays();
        for (String text : without) {
            DayOfWeek weekday = weekday(text);
            if (weekday != null) {
                days.weekdays.add(weekday);
            } else if (!days.date(text)) {
                checks.that(
                        false,
                        key,
                        text,
                        "is no weekday and no date",
                        Choices.fix(text, names()) + ", or a date such as 2026-12-25");
            }
        }
        checks.that(
                days.weekdays.size() < DayOfWeek.values().length,
                key,
                without,
                "leaves no day",
                "take out a weekday on which offers may go out");
        return days;
    }

    private static DayOfWeek weekday(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private boolean date(String text) {
        try {
            dates.add(LocalDate.parse(text));
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The first day of contact from a day on, both since 1970-01-01. */
    public int from(int day) {
        LocalDate next = LocalDate.ofEpochDay(day);
        while (weekdays.contains(next.getDayOfWeek()) || dates.contains(next)) {
            next = next.plusDays(1);
        }
        return (int) next.toEpochDay();
    }
}
