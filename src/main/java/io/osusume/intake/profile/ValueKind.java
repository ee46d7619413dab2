package io.osusume.intake.profile;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value may be, told from its text alone. */
public enum ValueKind {
    /** Seconds or milliseconds since 1970, or days as a spreadsheet counts them. */
    COUNTED_TIME("1\\d{9}(\\d{3})?|[34]\\d{4}(\\.\\d+)?"),
    /** A time of day without a day. */
    CLOCK("\\d{1,2}:\\d{2}(:\\d{2})?( ?[AaPp][Mm])?"),
    EMAIL("[^@\\s]+@[^@\\s]+"),
    WITH_DIGITS(v -> v.chars().anyMatch(Character::isDigit)),
    WHOLE("[+-]?\\d+(\\.0*)?"),
    /** An id as data frames write it where a column has gaps: 12345.0. */
    WITH_POINT_ZERO("\\d+\\.0"),
    FLAG(v -> Words.FLAGS.contains(v.toLowerCase(Locale.ROOT))),
    /** As SQL's own cast reads flags. */
    SQL_FLAG(v -> Words.SQL_FLAGS.contains(v.toLowerCase(Locale.ROOT)));

    /** What companies write for yes and no. */
    private static final class Words {
        private static final Set<String> SQL_FLAGS = Set.of("true", "false", "t", "f", "yes", "no", "y", "n", "0", "1");
        private static final Set<String> FLAGS = Set.of(
                "true",
                "false",
                "t",
                "f",
                "yes",
                "no",
                "y",
                "n",
                "0",
                "1",
                "0.0",
                "1.0",
                "on",
                "off",
                "はい",
                "いいえ",
                "有",
                "無",
                "する",
                "しない",
                "希望する",
                "希望しない",
                "subscribed",
                "unsubscribed",
                "not subscribed",
                "opt-in",
                "opt-out");
    }

    private final Predicate<String> holds;

    ValueKind(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        this.holds = v -> compiled.matcher(v).matches();
    }

    ValueKind(Predicate<String> holds) {
        this.holds = holds;
    }

    boolean holds(String value) {
        return holds.test(value.strip());
    }
}
