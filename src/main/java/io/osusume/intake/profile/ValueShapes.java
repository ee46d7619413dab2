package io.osusume.intake.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the values of a column are written, told from how often each occurs. */
final class ValueShapes {
    /** Of values that must be alike before a column is said to be of a kind; a few may be broken. */
    private static final double NEARLY_ALL = 0.95;
    /** Different values that are looked at, at most. */
    static final int LOOKED_AT = 3000;

    private ValueShapes() {}

    static Optional<NumberShape> number(Map<String, Integer> counts) {
        Map<NumberShape, Long> shapes = shapes(counts, NumberShape::of);
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        if (shapes.containsKey(NumberShape.COMMA)) {
            return Optional.of(NumberShape.COMMA);
        }
        if (shapes.containsKey(NumberShape.POINT)) {
            return Optional.of(NumberShape.POINT);
        }
        boolean ambiguous = shapes.getOrDefault(NumberShape.AMBIGUOUS, 0L) > 0
                && counts.keySet().stream().noneMatch(ValueShapes::hasOtherDecimals);
        return Optional.of(ambiguous ? NumberShape.AMBIGUOUS : NumberShape.PLAIN);
    }

    private static boolean hasOtherDecimals(String value) {
        int point = value.indexOf('.');
        return point >= 0 && value.strip().length() - point - 1 != 3;
    }

    static List<TimeShape> times(Map<String, Integer> counts) {
        Map<TimeShape, Long> shapes = shapes(counts, TimeShape::of);
        boolean day = shapes.keySet().stream().anyMatch(s -> s.order() == TimeShape.Order.DAY_FIRST);
        boolean month = shapes.keySet().stream().anyMatch(s -> s.order() == TimeShape.Order.MONTH_FIRST);
        return shapes.entrySet().stream()
                .sorted(Map.Entry.<TimeShape, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .map(s -> s.order() != TimeShape.Order.DAY_OR_MONTH || day == month
                        ? s
                        : s.with(day ? TimeShape.Order.DAY_FIRST : TimeShape.Order.MONTH_FIRST))
                .distinct()
                .toList();
    }

    /** How many rows have which shape, of the first different values; empty where too many have none. */
    private static <S> Map<S, Long> shapes(Map<String, Integer> counts, Function<String, Optional<S>> shape) {
        Map<S, Long> shapes = new HashMap<>();
        long all = 0;
        long shaped = 0;
        int looked = 0;
        for (Map.Entry<String, Integer> value : counts.entrySet()) {
            if (looked++ == LOOKED_AT) {
                break;
            }
            all += value.getValue();
            Optional<S> found = shape.apply(value.getKey());
            if (found.isPresent()) {
                shaped += value.getValue();
                shapes.merge(found.get(), (long) value.getValue(), Long::sum);
            }
        }
        return shaped < NEARLY_ALL * all ? Map.of() : shapes;
    }

    /** Whether it holds of the values of nearly all rows. */
    static boolean holds(Map<String, Integer> counts, Predicate<String> condition) {
        return !shapes(counts, v -> condition.test(v) ? Optional.of(true) : Optional.empty())
                .isEmpty();
    }
}
