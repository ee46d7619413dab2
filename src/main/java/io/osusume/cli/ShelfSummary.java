package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.WithheldOffers;
import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the offers spread over products, and who goes without one and why. */
final class ShelfSummary {
    private static final int MOST_OFFERED = 10;
    private static final int NAMED = 3;
    private static final int LINES = 10;
    /** Of a line of 100 columns what is left after the margin. */
    private static final int WIDTH = 94;

    private final PrintWriter out;

    ShelfSummary(PrintWriter out) {
        this.out = out;
    }

    void print(Map<String, Dataset<Row>> tables) {
        if (tables.containsKey(Shelf.TABLE.name())) {
            spread(tables.get(Shelf.TABLE.name()));
        }
        if (tables.keySet()
                .containsAll(List.of(
                        LwpSegments.TABLE.name(),
                        Offers.TABLE.name(),
                        WithheldOffers.TABLE.name(),
                        SuppressedOffers.TABLE.name()))) {
            without(tables);
        }
    }

    private void spread(Dataset<Row> shelf) {
        Map<String, List<Row>> byType = new TreeMap<>();
        shelf.orderBy(Shelf.OFFER_TYPE, Shelf.RANK_OF_SHARE).collectAsList().forEach(row -> byType.computeIfAbsent(
                        row.getAs(Shelf.OFFER_TYPE), t -> new ArrayList<>())
                .add(row));
        out.println("The shelf (of what might be offered, what is; the ten most offered; 0 even to 1 all one, Gini):");
        byType.forEach((type, rows) -> {
            List<Long> offers =
                    rows.stream().map(row -> row.<Long>getAs(Shelf.OFFERS)).toList();
            long all = offers.stream().mapToLong(n -> n).sum();
            long offerable = Math.max(rows.size(), rows.get(0).<Long>getAs(Shelf.OFFERABLE));
            out.printf(
                    Locale.ROOT,
                    "  %-12s %,7d of %,7d; ten are %3.0f %% of the offers; Gini %.2f%n      %s%n",
                    type,
                    rows.size(),
                    offerable,
                    100.0
                            * offers.stream()
                                    .limit(MOST_OFFERED)
                                    .mapToLong(n -> n)
                                    .sum()
                            / all,
                    gini(offers, offerable),
                    named(rows));
        });
    }

    /** The most offered, so that somebody looks whether they should be. */
    private static String named(List<Row> rows) {
        String named = rows.stream()
                .limit(NAMED)
                .map(row -> row.getAs(Shelf.NAME) == null
                        ? row.<String>getAs(Shelf.SUBJECT_ID)
                        : row.<String>getAs(Shelf.NAME))
                .collect(Collectors.joining(", ", "most: ", ""));
        return Wrapping.fit(named, WIDTH);
    }

    /** Of how often each of {@code n} things is offered: Σᵢ (n + 1 − 2i) xᵢ ÷ (n Σ x), the most offered first. */
    static double gini(List<Long> descending, long n) {
        double weighed = 0;
        double sum = 0;
        for (int i = 0; i < descending.size(); i++) {
            weighed += (n - 1 - 2.0 * i) * descending.get(i);
            sum += descending.get(i);
        }
        return sum == 0 ? 0 : weighed / (n * sum);
    }

    /** Customers without an offer, by segment and what stopped the best that there was for them. */
    private void without(Map<String, Dataset<Row>> tables) {
        Dataset<Row> served = tables.get(Offers.TABLE.name())
                .select(Offers.CUSTOMER_ID)
                .union(tables.get(WithheldOffers.TABLE.name()).select(Offers.CUSTOMER_ID));
        Column best = struct(col(Offers.EXPECTED_VALUE), col(Offers.OFFER_ROW_ID));
        Dataset<Row> stopped = tables.get(SuppressedOffers.TABLE.name())
                .groupBy(Offers.CUSTOMER_ID)
                .agg(max_by(col(SuppressedOffers.REASON_CODE), best).as("_why"));
        List<Row> rows = tables.get(LwpSegments.TABLE.name())
                .join(served, new String[] {Offers.CUSTOMER_ID}, "left_anti")
                .join(stopped, new String[] {Offers.CUSTOMER_ID}, "left")
                .groupBy(
                        coalesce(col("_why"), lit("no_candidates")).as("why"),
                        col(LwpSegments.SEGMENT).as("segment"))
                .agg(count(lit(1)).as("customers"))
                .orderBy(col("customers").desc(), col("why"), col("segment"))
                .collectAsList();
        long all = rows.stream().mapToLong(row -> row.getLong(2)).sum();
        out.printf(
                Locale.ROOT, "Customers without an offer: %,d%s%n", all, all == 0 ? "" : ", by what stopped the best:");
        rows.stream()
                .limit(LINES)
                .forEach(
                        row -> out.printf(Locale.ROOT, "  %-28s %-14s %,9d%n", row.get(0), row.get(1), row.getLong(2)));
    }
}
