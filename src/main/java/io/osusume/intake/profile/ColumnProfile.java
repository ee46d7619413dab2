package io.osusume.intake.profile;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the values of one column are like.
 *
 * @param rows rows of the sample
 * @param counts how often each value occurs
 * @param number how its numbers are written; empty where they are none
 * @param times how its days and times are written, the commonest first; empty where they are none
 * @param kinds what nearly all values are
 */
public record ColumnProfile(
        String name,
        long rows,
        Map<String, Integer> counts,
        Optional<NumberShape> number,
        List<TimeShape> times,
        Set<ValueKind> kinds) {
    /** What companies write for nothing. */
    private static final Set<String> NOTHING = Set.of("", "null", "\\n", "n/a", "nan", "none", "-");
    /** What databases and shops write among times for none. */
    private static final Set<String> NO_TIMES = Set.of("0", "0000-00-00", "0000-00-00 00:00:00");

    static ColumnProfile of(String name, List<String> values) {
        Map<String, Integer> counts = new HashMap<>();
        values.stream().filter(v -> !isNothing(v)).forEach(v -> counts.merge(v, 1, Integer::sum));
        Map<String, Integer> somebody = new HashMap<>(counts);
        somebody.keySet().removeIf(Nobody::mayBe);
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        for (ValueKind kind : ValueKind.values()) {
            if (!counts.isEmpty() && ValueShapes.holds(kind == ValueKind.EMAIL ? somebody : counts, kind::holds)) {
                kinds.add(kind);
            }
        }
        Map<String, Integer> dated = new HashMap<>(counts);
        dated.keySet().removeAll(NO_TIMES);
        return new ColumnProfile(
                name, values.size(), counts, ValueShapes.number(counts), ValueShapes.times(dated), kinds);
    }

    /** Whether a value is one of the words that companies write for nothing. */
    static boolean isNothing(String value) {
        return value == null || NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    public long filled() {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    public double filledShare() {
        return rows == 0 ? 0 : (double) filled() / rows;
    }

    public int distinct() {
        return counts.size();
    }

    /** Whether hardly any value stands twice, so that it names a row. */
    public boolean isUnique() {
        return filled() > 0 && distinct() >= 0.98 * filled();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The words among its times that stand for none. */
    List<String> noTimes() {
        return isTime() ? NO_TIMES.stream().filter(counts::containsKey).sorted().toList() : List.of();
    }

    public boolean isTime() {
        return !times.isEmpty();
    }

    /** The same, where it is known which part of a day comes first. */
    ColumnProfile ordered(TimeShape.Order order) {
        List<TimeShape> ordered = times.stream()
                .map(t -> t.order() == TimeShape.Order.DAY_OR_MONTH ? t.with(order) : t)
                .distinct()
                .toList();
        return new ColumnProfile(name, rows, counts, number, ordered, kinds);
    }

    /** The same, where it is known what stands before the decimals of its numbers. */
    ColumnProfile written(NumberShape shape) {
        return new ColumnProfile(name, rows, counts, Optional.of(shape), times, kinds);
    }

    /** Whether its whole numbers may be seconds or milliseconds since 1970, or days as a spreadsheet counts them. */
    public boolean mayBeCountedTime() {
        return kinds.contains(ValueKind.COUNTED_TIME);
    }

    /** Whether it holds times of day without a day. */
    public boolean isClock() {
        return kinds.contains(ValueKind.CLOCK);
    }

    public boolean isEmail() {
        return kinds.contains(ValueKind.EMAIL);
    }

    /** Whether nearly all values have a digit, as numbers of orders have. */
    public boolean hasDigits() {
        return kinds.contains(ValueKind.WITH_DIGITS);
    }

    /** Whether hardly any value is a number. */
    public boolean isText() {
        return !isEmpty() && number.isEmpty() && times.isEmpty();
    }

    /** Whether all numbers are whole; ids and pieces are, prices mostly not. */
    public boolean isWhole() {
        return number.isPresent() && kinds.contains(ValueKind.WHOLE);
    }

    public boolean isFlag() {
        return distinct() <= 6 && kinds.contains(ValueKind.FLAG);
    }

    /** Whether SQL's own cast reads the flags. */
    public boolean isSqlFlag() {
        return kinds.contains(ValueKind.SQL_FLAG);
    }

    /** Whether ids arrive as decimals, as data frames write them where a column has gaps: 12345.0. */
    public boolean isIdWithPoint() {
        return kinds.contains(ValueKind.WITH_POINT_ZERO);
    }

    /** Whether addresses are written in upper case here and there, or with blanks: one person's may stand in two spellings. */
    boolean isEmailInSpellings() {
        return isEmail()
                && counts.keySet().stream().anyMatch(v -> !v.equals(v.strip().toLowerCase(Locale.ROOT)));
    }

    public boolean hasNegative() {
        return counts.keySet().stream().limit(ValueShapes.LOOKED_AT).anyMatch(v -> v.strip()
                .matches("[(\\-−▲△].*|.*[^-]-"));
    }

    /** The commonest values, of equally common ones in the order of the alphabet. */
    public List<String> commonest(int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
