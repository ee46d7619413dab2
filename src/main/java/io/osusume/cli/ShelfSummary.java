package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.osusume.config.RunConfig.Language;
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
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the offers spread over products, and who goes without one and why. */
final class ShelfSummary {
    private static final int MOST_OFFERED = 10;
    private static final int NAMED = 3;
    private static final int LINES = 10;
    /** Of one name. */
    private static final int LONGEST = 40;

    private static final int TYPE = 14;
    private static final int WHY = 68;

    private final Lines out;
    private final SummaryWords words;

    ShelfSummary(PrintWriter out, Language language) {
        this.out = new Lines(out);
        this.words = new SummaryWords(language);
    }

    void print(Map<String, Dataset<Row>> tables) {
        if (tables.containsKey(Shelf.TABLE.name())) {
            spread(tables);
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

    private void spread(Map<String, Dataset<Row>> tables) {
        Map<String, List<Row>> byType = new TreeMap<>();
        tables.get(Shelf.TABLE.name())
                .orderBy(Shelf.OFFER_TYPE, Shelf.RANK_OF_SHARE)
                .collectAsList()
                .forEach(row -> byType.computeIfAbsent(row.getAs(Shelf.OFFER_TYPE), t -> new ArrayList<>())
                        .add(row));
        List<String> sets = byType.values().stream()
                .flatMap(rows -> rows.stream().limit(NAMED))
                .filter(row -> row.getAs(Shelf.NAME) == null)
                .map(row -> row.<String>getAs(Shelf.SUBJECT_ID))
                .toList();
        Map<String, String> named = new OfferedNames(tables).sets(sets);
        Map<String, List<Double>> costs = tables.containsKey(SuppressedOffers.TABLE.name())
                ? BoundCost.of(tables.get(Offers.TABLE.name()), tables.get(SuppressedOffers.TABLE.name()), byType)
                : Map.of();
        out.say(words.say("shelf"));
        byType.forEach((type, rows) -> {
            out.whole("  " + Wrapping.padded(words.word("type", type), TYPE) + ' ' + spread(rows));
            out.say("      " + words.say("shelf.most", most(rows, named)));
            if (costs.containsKey(type)) {
                out.say("      " + bound(costs.get(type)));
            }
        });
    }

    private String spread(List<Row> rows) {
        List<Long> offers =
                rows.stream().map(row -> row.<Long>getAs(Shelf.OFFERS)).toList();
        long all = offers.stream().mapToLong(n -> n).sum();
        long offerable = Math.max(rows.size(), rows.get(0).<Long>getAs(Shelf.OFFERABLE));
        long ten = offers.stream().limit(MOST_OFFERED).mapToLong(n -> n).sum();
        return words.say(
                "shelf.line",
                Lines.number(rows.size()),
                Lines.number(offerable),
                String.format(Locale.ROOT, "%.0f", 100.0 * ten / all),
                String.format(Locale.ROOT, "%.2f", gini(offers, offerable)));
    }

    /** What it would cost that nothing is more than a share of these offers. */
    private String bound(List<Double> costs) {
        return words.say(
                "shelf.bound",
                Stream.concat(
                                BoundCost.SHARES.stream().map(share -> percent(0, share)),
                                costs.stream().map(cost -> percent(1, Math.max(0, cost))))
                        .toArray());
    }

    private static String percent(int digits, double share) {
        return String.format(Locale.ROOT, "%." + digits + "f", 100 * share);
    }

    /** The most offered, so that somebody looks whether they should be. */
    private static String most(List<Row> rows, Map<String, String> sets) {
        return rows.stream()
                .limit(NAMED)
                .map(row -> row.getAs(Shelf.NAME) == null
                        ? sets.getOrDefault(row.<String>getAs(Shelf.SUBJECT_ID), row.getAs(Shelf.SUBJECT_ID))
                        : row.<String>getAs(Shelf.NAME))
                .map(name -> Wrapping.fit(name, LONGEST))
                .collect(Collectors.joining(", "));
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
        out.say(words.say(all == 0 ? "without" : "without.why", all));
        rows.stream()
                .limit(LINES)
                .forEach(row -> out.row(
                        WHY,
                        words.word("reason", row.getString(0)) + " · " + words.word("segment", row.getString(1)),
                        Lines.number(row.getLong(2))));
    }
}
