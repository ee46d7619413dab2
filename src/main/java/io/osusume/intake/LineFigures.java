package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** What is counted while order lines are netted: lines that are no purchase. */
enum LineFigures {
    RETURNS,
    /** Returns of a product that the customer had not bought before. */
    UNBOUGHT,
    /** Returns by a negative price of a positive quantity. */
    BY_PRICE,
    /** Lines of a returned status that take back themselves. */
    ITSELF,
    ADJUSTMENTS,
    /** Adjustments in an order without products of value. */
    ALONE;

    private static final int NAMED = 5;

    Column of(Column lines) {
        return count_if(coalesce(lines, lit(false))).as(name());
    }

    private long in(Map<String, Object> seen) {
        return (Long) seen.get(name());
    }

    /** What a person should know of them, in sentences. */
    static List<String> notes(Map<String, Object> seen, List<Adjustments.Unsold> unsold) {
        List<String> notes = new ArrayList<>();
        add(
                notes,
                BY_PRICE.in(seen),
                "%,d order lines of a negative unit_price are refunds: they are read as returns of their quantity.");
        add(
                notes,
                UNBOUGHT.in(seen),
                "%,d of %,d returned order lines are of a product that their customer is not seen to have bought before: they"
                        + " take back nothing. Either the purchase is older than the data, or ids differ.",
                RETURNS.in(seen));
        add(
                notes,
                ITSELF.in(seen),
                "%,d order lines of a returned status have no other line of their order and product: they take back themselves,"
                        + " and count neither as bought nor as given back. Where they are documents of their own, their quantity must"
                        + " be below 0 (inputs.orders.columns.quantity).");
        if (ADJUSTMENTS.in(seen) > 0) {
            notes.add(adjustments(ADJUSTMENTS.in(seen), ALONE.in(seen), unsold));
        }
        return notes;
    }

    private static void add(List<String> notes, long lines, String text, Object... more) {
        if (lines > 0) {
            Object[] figures = new Object[more.length + 1];
            figures[0] = lines;
            System.arraycopy(more, 0, figures, 1, more.length);
            notes.add(String.format(Locale.ROOT, text, figures));
        }
    }

    private static String adjustments(long lines, long alone, List<Adjustments.Unsold> unsold) {
        String negative = unsold.isEmpty()
                ? ""
                : " Nobody ever bought these at a price above 0, so their negative lines are vouchers or discounts: "
                        + unsold.stream()
                                .limit(NAMED)
                                .map(u -> String.format(
                                        Locale.ROOT, "%s (%,d lines, %s)", u.product(), u.lines(), u.amount()))
                                .collect(Collectors.joining(", "))
                        + (unsold.size() > NAMED
                                ? String.format(Locale.ROOT, " and %,d more", unsold.size() - NAMED)
                                : "")
                        + ". What is a return of something bought before the data begin: orders.status = returned.";
        return String.format(
                Locale.ROOT,
                "%,d order lines are no products: they change what their order is worth%s.%s",
                lines,
                alone == 0
                        ? ""
                        : String.format(Locale.ROOT, ", but for %,d in orders without a product of value", alone),
                negative);
    }
}
