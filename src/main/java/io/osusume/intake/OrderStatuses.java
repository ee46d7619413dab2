package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.OrdersConfig;
import io.osusume.config.OrdersConfig.UnknownStatus;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which statuses the order lines carry, how often, and what they count for: one small scan before the lines are netted. */
final class OrderStatuses {
    /** More unknown ones than this share of the lines must be decided by a person. */
    private static final double TOLERATED = 0.01;
    /** Those that a list names and the commonest others: more of them are of a column that is no status. */
    private static final int SEEN = 1_000;

    private static final int NAMED = 8;

    private final OrdersConfig config;
    private final List<Seen> statuses;

    private OrderStatuses(OrdersConfig config, List<Seen> statuses) {
        this.config = config;
        this.statuses = statuses;
    }

    /**
     * One status as it is written.
     *
     * @param listed by which list
     */
    private record Seen(Optional<String> status, String listed, long lines) {}

    /** Where the company's lines have no status. */
    static OrderStatuses none(OrdersConfig config) {
        return new OrderStatuses(config, List.of());
    }

    static OrderStatuses of(Dataset<Row> orders, OrdersConfig config) {
        List<Seen> statuses = new ArrayList<>();
        orders.groupBy(col(Orders.STATUS), new Statuses(config).listed().as("listed"))
                .agg(count(lit(1)).as("lines"))
                .orderBy(col("listed").equalTo(Statuses.UNKNOWN), col("lines").desc(), col(Orders.STATUS))
                .limit(SEEN)
                .collectAsList()
                .forEach(
                        r -> statuses.add(new Seen(Optional.ofNullable(r.getString(0)), r.getString(1), r.getLong(2))));
        return new OrderStatuses(config, statuses);
    }

    /** Lines that are given back by their status. */
    long returned() {
        return lines(s -> s.listed().equals(Statuses.RETURN));
    }

    /** Lines that are no products by their status. */
    long adjusting() {
        return lines(s -> s.listed().equals(Statuses.ADJUSTMENT));
    }

    /** Why nothing may be published until a person has said what the unknown statuses mean. */
    Optional<String> problem() {
        long unknown = lines(OrderStatuses::isUnlisted);
        return config.unknownStatus() != UnknownStatus.STOP || unknown <= TOLERATED * lines(s -> true)
                ? Optional.empty()
                : Optional.of("inputs.orders: " + share(unknown)
                        + " have a status that no list names (limit 1 %): " + named(OrderStatuses::isUnlisted)
                        + ". Say what each means, such as " + line()
                        + " (or completed_, return_ or adjustment_statuses), or decide for all of them:"
                        + " orders.unknown_status = sale or leave_out.");
    }

    /** What the words were taken for, where that is not plain. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Predicate<Seen> cancelled = s -> s.listed().equals(Statuses.CANCELLED);
        if (lines(cancelled) > 0) {
            notes.add("Of orders, " + share(lines(cancelled)) + " count for nothing by their status: "
                    + named(cancelled) + " (orders.cancelled_statuses).");
        }
        if (lines(OrderStatuses::isUnlisted) > 0) {
            boolean out = config.unknownStatus() == UnknownStatus.LEAVE_OUT;
            notes.add("Of orders, " + share(lines(OrderStatuses::isUnlisted))
                    + " have a status that no list names, and "
                    + (out ? "count for nothing" : "count as sales") + ": " + named(OrderStatuses::isUnlisted)
                    + ". To say what each means: " + line() + " (or completed_, return_ or adjustment_statuses).");
        }
        return notes;
    }

    private static boolean isUnlisted(Seen status) {
        return status.listed().equals(Statuses.UNKNOWN);
    }

    private long lines(Predicate<Seen> which) {
        return statuses.stream().filter(which).mapToLong(Seen::lines).sum();
    }

    private String share(long lines) {
        long all = lines(s -> true);
        return String.format(Locale.ROOT, "%,d of %,d lines (%.1f %%)", lines, all, 100.0 * lines / all);
    }

    private String named(Predicate<Seen> which) {
        List<Seen> found = statuses.stream().filter(which).toList();
        return found.stream()
                        .limit(NAMED)
                        .map(s -> String.format(
                                Locale.ROOT, "%s (%,d)", s.status().orElse(""), s.lines()))
                        .collect(Collectors.joining(", "))
                + (found.size() > NAMED ? String.format(Locale.ROOT, " and %,d more", found.size() - NAMED) : "");
    }

    private String line() {
        return "orders.cancelled_statuses += \""
                + statuses.stream()
                        .filter(OrderStatuses::isUnlisted)
                        .findFirst()
                        .flatMap(Seen::status)
                        .orElse("")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                + "\"";
    }
}
