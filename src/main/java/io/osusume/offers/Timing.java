package io.osusume.offers;

import io.osusume.config.ContactDays;
import io.osusume.config.TriggersConfig;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which triggers are live. A trigger is live when the day on which the offers go out lies in its window: the day after the
 * as-of date, or the next one of contact. Its offer then holds until the window closes.
 */
final class Timing implements Serializable {
    private final TriggersConfig config;
    private final ContactDays days;
    private final int tomorrow;

    Timing(TriggersConfig config, ContactDays days, LocalDate asOf) {
        this.config = config;
        this.days = days;
        this.tomorrow = (int) asOf.plusDays(1).toEpochDay();
    }

    /** The day after the as-of date. */
    int tomorrow() {
        return tomorrow;
    }

    /** The first day on which tonight's offers can go out. */
    int first() {
        return days.from(tomorrow);
    }

    /** The first day of contact from a day on. */
    int contactDay(int day) {
        return days.from(day);
    }

    /** The moment of a trigger about a day; null when the day is unknown or the window is not open. */
    Moment at(Trigger trigger, Integer day) {
        if (day == null) {
            return null;
        }
        TriggersConfig.Window window = config.of(trigger);
        int to = day + window.closes();
        int first = first();
        return day + window.opens() <= first && first <= to ? new Moment(trigger, first, to, window.weight()) : null;
    }

    /** The moment of a trigger that tonight's state sets off. */
    Moment now(Trigger trigger) {
        TriggersConfig.Window window = config.of(trigger);
        int from = contactDay(tomorrow + Math.max(0, window.opens()));
        return new Moment(trigger, from, Math.max(from, tomorrow + window.closes()), window.weight());
    }

    /** The weightiest of the moments that are not null, the first of equal ones; without any, the trigger {@code none}. */
    Moment best(Moment... moments) {
        return Stream.of(moments)
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Moment::weight))
                .map(best -> Stream.of(moments)
                        .filter(m -> m != null && m.weight() == best.weight())
                        .findFirst()
                        .orElse(best))
                .orElseGet(() -> now(Trigger.NONE));
    }
}
