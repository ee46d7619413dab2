package io.osusume.intake.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** A time by a pattern of java.time, such as d/M/yyyy H:mm; without a time of day it is the start of the day. */
final class PatternForm implements TimeForm {
    private static final long serialVersionUID = 1;

    private final String pattern;
    private transient DateTimeFormatter formatter;

    /** @throws IllegalArgumentException when it is no pattern */
    PatternForm(String pattern) {
        this.pattern = pattern;
        this.formatter = formatter(pattern);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    @Override
    public Optional<Instant> read(String text, ZoneId zone) {
        if (formatter == null) {
            formatter = formatter(pattern);
        }
        TemporalAccessor time = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (time instanceof ZonedDateTime zoned) {
            return Optional.of(zoned.toInstant());
        }
        return Optional.of(
                time instanceof LocalDateTime local
                        ? local.atZone(zone).toInstant()
                        : ((LocalDate) time).atStartOfDay(zone).toInstant());
    }
}
