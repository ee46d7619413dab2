package io.osusume.intake.profile;

import java.util.List;
import java.util.Optional;

/** How the time of an order is read, and what must be asked of it. */
final class OrderTimes {
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

    /** Where day and month cannot be told apart: the line that takes it the other way. */
    static Optional<String> question(ColumnProfile column, String sql) {
        boolean either = column.times().stream().anyMatch(t -> t.order() == TimeShape.Order.DAY_OR_MONTH);
        return either
                ? Optional.of("Is " + column.commonest(1).get(0)
                        + " month/day or day/month? No value tells. It is read as month/day; for day/month write\n"
                        + "ordered_at = \""
                        + sql.replace("M/d/", "d/M/").replace("M-d-", "d-M-").replace("M.d.", "d.M.") + "\"")
                : Optional.empty();
    }
}
