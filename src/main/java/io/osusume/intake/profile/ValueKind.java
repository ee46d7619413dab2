package io.osusume.intake.profile;

import java.util.regex.Pattern;

/** What a value may be, told from its text alone. */
public enum ValueKind {
    /** Seconds, milliseconds or microseconds since 1970, or days as a spreadsheet counts them. */
    COUNTED_TIME("1\\d{9}(\\d{3}){0,2}|[34]\\d{4}(\\.\\d+)?"),
    /** A time of day without a day. */
    CLOCK("\\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?"),
    EMAIL("[^@\\s]+@[^@\\s]+"),
    WITH_DIGITS("(?s).*\\p{Nd}.*"),
    WHOLE("[+-]?\\d+(\\.0*)?"),
    /** An id as data frames write it where a column has gaps: 12345.0. */
    WITH_POINT_ZERO("\\d+\\.0"),
    /** What companies write for yes and no. */
    FLAG("(?i)true|false|t|f|yes|no|y|n|[01](\\.0)?|on|off|はい|いいえ|有|無|する|しない|希望する|希望しない"
            + "|subscribed|unsubscribed|not subscribed|opt-in|opt-out"),
    /** As SQL's own cast reads flags. */
    SQL_FLAG("(?i)true|false|t|f|yes|no|y|n|0|1");

    private final Pattern pattern;

    ValueKind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean holds(String value) {
        return pattern.matcher(value.strip()).matches();
    }
}
