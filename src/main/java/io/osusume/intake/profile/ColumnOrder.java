package io.osusume.intake.profile;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which rows of a table a column has values, and in which order they follow each other. */
final class ColumnOrder {
    private static final int LEAST_CHANGES = 11;
    private static final double ALMOST_ALL = 0.9;
    /** Values whose shape is looked at. */
    private static final int SHAPES = 100;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2}|\\d{4})(\\D.*)?");

    private final Direction asWritten = new Direction();
    private final Direction within = new Direction();
    private final Direction dayFirst = new Direction();
    private final Direction monthFirst = new Direction();
    private long inFirst;
    private long inOthers;
    private long shapes;
    private long times;
    private long numbers;

    /**
     * @param field null where the row is too short
     * @param first whether the row begins a group of rows
     */
    void add(String field, boolean first) {
        if (Outline.isNothing(field)) {
            return;
        }
        String value = field.strip();
        inFirst += first ? 1 : 0;
        inOthers += first ? 0 : 1;
        if (shapes < SHAPES) {
            shapes++;
            boolean time = TimeShape.of(value).isPresent();
            times += time ? 1 : 0;
            numbers += !time && NumberShape.of(value).isPresent() ? 1 : 0;
        }
        asWritten.next(value, true);
        within.next(value, !first);
        Matcher day = YEAR_LAST.matcher(value);
        if (day.matches()) {
            dayFirst.next(key(day, 2, 1), true);
            monthFirst.next(key(day, 1, 2), true);
        }
    }

    private static String key(Matcher day, int month, int dayOfMonth) {
        return String.format("%s %2s %2s %s", day.group(3), day.group(month), day.group(dayOfMonth), day.group(4));
    }

    /** With those of another file. */
    void add(ColumnOrder other) {
        asWritten.add(other.asWritten);
        within.add(other.within);
        dayFirst.add(other.dayFirst);
        monthFirst.add(other.monthFirst);
        inFirst += other.inFirst;
        inOthers += other.inOthers;
        shapes += other.shapes;
        times += other.times;
        numbers += other.numbers;
    }

    /** Whether it rises nearly always, or falls. */
    boolean isSorted() {
        return asWritten.isOne() || dayFirst.isOne() || monthFirst.isOne();
    }

    /** The same within groups. */
    boolean isSortedWithin() {
        return within.isOne();
    }

    boolean isTime() {
        return shapes > 0 && times >= ALMOST_ALL * shapes;
    }

    boolean isNumber() {
        return shapes > 0 && numbers >= ALMOST_ALL * shapes;
    }

    /** How many rows that begin a group have a value. */
    long inFirst() {
        return inFirst;
    }

    /** How many of the others. */
    long inOthers() {
        return inOthers;
    }

    /** How often values rise and fall. */
    private static final class Direction {
        private String last;
        private long up;
        private long down;

        void next(String value, boolean counts) {
            int order = last == null || !counts ? 0 : compare(last, value);
            up += order < 0 ? 1 : 0;
            down += order > 0 ? 1 : 0;
            last = value;
        }

        void add(Direction other) {
            up += other.up;
            down += other.down;
        }

        boolean isOne() {
            return up + down >= LEAST_CHANGES && Math.max(up, down) >= ALMOST_ALL * (up + down);
        }

        private static int compare(String one, String other) {
            return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
                    ? new BigDecimal(one).compareTo(new BigDecimal(other))
                    : one.compareToIgnoreCase(other);
        }
    }
}
