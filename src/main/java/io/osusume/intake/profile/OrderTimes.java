package io.osusume.intake.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the time of an order is read, and what must be asked of it. */
final class OrderTimes {
    private static final String MONTH_DAY = "month/day";
    private static final String DAY_MONTH = "day/month";
    private static final Map<TimeShape.Order, String> PARTS = Map.of(
            TimeShape.Order.DAY_OR_MONTH, MONTH_DAY,
            TimeShape.Order.MONTH_FIRST, MONTH_DAY,
            TimeShape.Order.DAY_FIRST, DAY_MONTH);
    private static final Pattern SWAPPED = Pattern.compile("([dM])([-/.])([dM])\\2");

    private OrderTimes() {}

    /** A day and a time of day in two columns. */
    static String joined(Ref day, Ref clock) {
        String text = "concat_ws(' ', " + day.sql() + ", " + clock.sql() + ")";
        boolean iso = day.column().times().stream().allMatch(t -> t.order() == TimeShape.Order.ISO);
        if (iso && !clock.column().commonest(1).get(0).matches(".*[AaPp][Mm]")) {
            return text;
        }
        String example = clock.column().commonest(1).get(0).strip();
        boolean half = example.matches(".*[AaPp][Mm]");
        String rest = " " + (half ? "h" : "H") + ":mm" + (example.matches("\\d{1,2}:\\d{2}:.*") ? ":ss" : "")
                + (half ? example.contains(" ") ? " a" : "a" : "");
        return Sql.parsedTime(text, day.column().times(), rest);
    }

    static String note(ColumnProfile column) {
        List<TimeShape> times = column.times();
        if (times.isEmpty()) {
            return "counted times, such as seconds since 1970";
        }
        return times.size() > 1
                        && times.stream().map(TimeShape::order).distinct().count() > 1
                ? "written in several ways"
                : "";
    }

    /** Where no value of the column tells day and month apart: the line that takes it the other way. */
    static Optional<String> question(ColumnProfile column, String sql) {
        Optional<TimeShape.Order> read = column.times().stream()
                .map(TimeShape::order)
                .filter(PARTS::containsKey)
                .findFirst();
        boolean told =
                ValueShapes.times(column.counts()).stream().noneMatch(t -> t.order() == TimeShape.Order.DAY_OR_MONTH);
        if (read.isEmpty() || told) {
            return Optional.empty();
        }
        String from = PARTS.get(read.get());
        String to = from.equals(MONTH_DAY) ? DAY_MONTH : MONTH_DAY;
        return Optional.of("Is " + column.commonest(1).get(0) + " month/day or day/month? "
                + (read.get() == TimeShape.Order.DAY_OR_MONTH ? "No value tells" : "No value of this column tells")
                + ". It is read as " + from
                + (read.get() == TimeShape.Order.DAY_OR_MONTH
                        ? ""
                        : ", as other days in these files or its months tell")
                + "; for " + to + " write\ninputs.orders.columns.ordered_at = \"" + swapped(sql) + "\"");
    }

    private static String swapped(String sql) {
        return SWAPPED.matcher(sql).replaceAll("$3$2$1$2");
    }
}
