package io.osusume.intake.text;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text looks like that could not be read, and the call that reads it. A call is proposed only if it was tried and
 * reads this very text.
 *
 * @param what in words, such as "a decimal comma"
 * @param call with {@code %s} where the expression stands; empty where nothing reads it
 */
public record Looks(String what, Optional<String> call) {
    /** What a column holds. */
    public enum Kind {
        NUMBER("number"),
        WHOLE("whole number"),
        TIME("time"),
        FLAG("yes or no");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Stands in what is said of a date such as 1/6/2026. */
    public static final String UNTOLD = "whose order cannot be told";

    private static final ZoneId ANY_ZONE = ZoneId.of("UTC");
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}[-/.]?[0-9]{2}");
    private static final Pattern SLASHED =
            Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})( .*)?");

    /** What the text looks like; empty where it looks like nothing known. */
    public static Optional<Looks> of(String given, Kind kind) {
        String text = Blanks.plain(given);
        return switch (kind) {
            case NUMBER -> number(text);
            case WHOLE -> whole(text);
            case TIME -> time(text);
            case FLAG -> flag(text);
        };
    }

    private static Looks read(String what, String call) {
        return new Looks(what, Optional.of(call));
    }

    private static Optional<Looks> number(String text) {
        if (text.matches("[^,]*,[0-9]+[^,.]*")
                && !text.matches("[^0-9]*[0-9]{1,3},[0-9]{3}[^0-9]*")
                && reads(text, ',')) {
            return Optional.of(read("a decimal comma", "parse_number(%s, ',')"));
        }
        if (!reads(text, null)) {
            return Optional.empty();
        }
        String what = text.endsWith("%")
                ? "a percentage"
                : text.contains("(") || text.endsWith("-")
                        ? "a negative number of bookkeepers"
                        : text.matches(".*[０-９].*")
                                ? "full-width digits"
                                : text.matches(".*[\\p{Sc}\\p{L}].*")
                                        ? "an amount with its currency"
                                        : "grouped thousands";
        return Optional.of(read(what, "parse_number(%s)"));
    }

    private static boolean reads(String text, Character decimal) {
        try {
            return Numbers.parse(text, decimal) != null;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static Optional<Looks> whole(String text) {
        return text.matches("[-+]?[0-9]+[.,][0-9]*[1-9][0-9]*")
                ? Optional.of(read("a fraction", "round(%s)"))
                : number(text);
    }

    @SuppressWarnings("EnumOrdinal") // the words stand in the order of the forms
    private static Optional<Looks> time(String text) {
        if (CLOCK.matcher(text).matches()) {
            return Optional.of(new Looks("a time without a day", Optional.empty()));
        }
        if (YEAR.matcher(text).matches()) {
            return Optional.of(new Looks("a year without a day", Optional.empty()));
        }
        if (MONTH.matcher(text).matches()) {
            return Optional.of(new Looks("a month without a day", Optional.empty()));
        }
        for (NamedForm form : NamedForm.values()) {
            if (isOf(text, form.name())) {
                String name = form.name().toLowerCase(java.util.Locale.ROOT);
                return Optional.of(read(WORDS.get(form.ordinal()), "parse_time(%s, '" + name + "')"));
            }
        }
        return slashed(text);
    }

    private static final List<String> WORDS = List.of(
            "a date with other signs",
            "a date without signs",
            "a Japanese date",
            "a date with the name of its month",
            "an Excel serial",
            "seconds since 1970",
            "milliseconds since 1970",
            "microseconds since 1970");

    private static Optional<Looks> slashed(String text) {
        java.util.regex.Matcher m = SLASHED.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean monthFirst = Integer.parseInt(m.group(1)) <= 12 && Integer.parseInt(m.group(3)) > 12;
        boolean told = monthFirst || Integer.parseInt(m.group(1)) > 12;
        String s = m.group(2);
        String year = m.group(4).length() == 2 ? "yy" : "yyyy";
        for (String clock : List.of("", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a")) {
            String pattern = (monthFirst ? "M" + s + "d" : "d" + s + "M") + s + year + clock;
            if (isOf(text, pattern)) {
                String what = told
                        ? (monthFirst ? "a date with its month first" : "a date with its day first")
                        : "a date " + UNTOLD + ", day first or month first (M" + s + "d)";
                return Optional.of(read(what, "parse_time(%s, '" + pattern + "')"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(String text, String format) {
        try {
            return new Times(ANY_ZONE, List.of(format)).parse(text) != null;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static Optional<Looks> flag(String text) {
        try {
            YesNo.parse(text);
            return Optional.of(read("a yes or a no in other words", "parse_yes(%s)"));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
