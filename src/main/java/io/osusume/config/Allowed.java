package io.osusume.config;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a setting may hold, as the annotations of its component say. */
final class Allowed {
    private final AnnotatedElement component;
    private final Optional<Range> range;

    Allowed(AnnotatedElement component) {
        this.component = component;
        this.range = Optional.ofNullable(component.getAnnotation(Range.class));
    }

    /** What is wrong with a value. */
    List<Problem> problems(String key, Object value, String fix) {
        List<Problem> problems = new ArrayList<>();
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(v -> problems.addAll(problems(key, v, fix)));
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((k, v) -> {
                one(problems, key + "." + k, k, v, "mend or remove this entry");
            });
        } else {
            one(problems, key, value, value, fix);
        }
        return problems;
    }

    private void one(List<Problem> problems, String key, Object text, Object value, String fix) {
        if (value instanceof Number number) {
            range.filter(r -> !holds(r, number.doubleValue()))
                    .ifPresent(r -> problems.add(new Problem(key, shown(number), mustBe(r), fix)));
        }
        Like like = component.getAnnotation(Like.class);
        if (like != null && !text.toString().matches("(?s)" + like.value())) {
            problems.add(new Problem(key, String.valueOf(value), "must be " + like.what(), fix));
        }
        OneOf oneOf = component.getAnnotation(OneOf.class);
        if (oneOf != null && value instanceof Collection<?> list) {
            listed(oneOf, list)
                    .ifPresent(reason -> problems.add(new Problem(
                            key, value.toString(), reason, oneOf.what().split(" ", 2)[0] + "s: " + names(oneOf))));
        }
    }

    private static Optional<String> listed(OneOf oneOf, Collection<?> list) {
        if (!List.of(oneOf.value()).containsAll(list)) {
            return Optional.of("names a " + oneOf.what() + " that there is not");
        }
        return list.size() < oneOf.least()
                ? Optional.of("must name at least " + oneOf.least() + " " + oneOf.what())
                : Optional.empty();
    }

    private static String names(OneOf oneOf) {
        return String.join(", ", new TreeSet<>(List.of(oneOf.value())));
    }

    private static boolean holds(Range range, double value) {
        return Double.isFinite(value)
                && value >= range.min()
                && value <= range.max()
                && value > range.above()
                && value < range.below();
    }

    private static String mustBe(Range range) {
        String bounds = bounds(range).isEmpty() ? "a number" : bounds(range);
        boolean closed = Double.isFinite(range.min()) && Double.isFinite(range.max());
        return "must be "
                + (closed ? "between " + shown(range.min()) + " and " + shown(range.max()) : bounds)
                + (range.unit().isEmpty() ? "" : " (" + range.unit() + ")");
    }

    /** Between which bounds: 1 to 366, above 0, 0 or more, below 1. */
    static String bounds(Range range) {
        if (Double.isFinite(range.min()) && Double.isFinite(range.max())) {
            return shown(range.min()) + " to " + shown(range.max());
        }
        List<String> bounds = new ArrayList<>();
        bound(bounds, range.above(), "above ", "");
        bound(bounds, range.min(), "", " or more");
        bound(bounds, range.max(), "at most ", "");
        bound(bounds, range.below(), "below ", "");
        return String.join(", ", bounds);
    }

    private static void bound(List<String> bounds, double bound, String before, String after) {
        if (Double.isFinite(bound)) {
            bounds.add(before + shown(bound) + after);
        }
    }

    /** A number as one writes it: 3, 0.05, 0.000001. */
    static String shown(Number number) {
        return Double.isFinite(number.doubleValue())
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : number.toString();
    }
}
