package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.osusume.config.OsusumeConfig;
import io.osusume.io.Manifest;
import io.osusume.pipeline.NightReport;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Effects;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Rejects;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Worklist;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What a person wants to know in the morning. */
final class Summary {
    private final PrintWriter out;
    private final OsusumeConfig config;

    Summary(PrintWriter out, OsusumeConfig config) {
        this.out = out;
        this.config = config;
    }

    void print(NightReport report, double seconds) {
        Manifest manifest = report.manifest();
        Map<String, Dataset<Row>> tables = report.tables();
        out.println();
        ReadingSummary reading = new ReadingSummary(out);
        reading.headlines(report);
        counts(tables, Offers.TABLE.name(), "Offers by type", Offers.OFFER_TYPE);
        counts(tables, SuppressedOffers.TABLE.name(), "Suppressed, by reason", SuppressedOffers.REASON_CODE);
        counts(tables, LwpSegments.TABLE.name(), "Customers by segment", LwpSegments.SEGMENT);
        priorities(tables);
        best(tables);
        worth(tables);
        new ShelfSummary(out).print(tables);
        sections(tables);
        reading.inputs(manifest);
        reading.matches(manifest);
        counts(tables, Rejects.TABLE.name(), "Rejected rows", Rejects.INPUT, Rejects.REASON);
        manifest.notes().forEach(n -> out.println("Note: " + n));
        out.println();
        manifest.tables().forEach((name, t) -> out.printf(Locale.ROOT, "  %-20s %,12d rows%n", name, t.rows()));
        out.printf(
                Locale.ROOT,
                "Published in %s, run_date=%s (%.1f s)%n",
                report.warehouse(),
                manifest.runDate(),
                seconds);
        out.flush();
    }

    /** Of the tables that have a class for theirs. */
    private void sections(Map<String, Dataset<Row>> tables) {
        if (tables.containsKey(Worklist.TABLE.name())) {
            new SheetsSummary(out, config).print(tables.get(Worklist.TABLE.name()));
        }
        if (tables.containsKey(Effects.TABLE.name())) {
            new EffectsSummary(out, config).print(tables.get(Effects.TABLE.name()));
        }
        if (tables.containsKey(Acceptance.TABLE.name())) {
            new AcceptanceSummary(out, config.run().language()).print(tables.get(Acceptance.TABLE.name()));
        }
    }

    private void counts(Map<String, Dataset<Row>> tables, String table, String title, String... by) {
        if (!tables.containsKey(table)) {
            return;
        }
        Column[] columns = Arrays.stream(by).map(c -> col(c)).toArray(Column[]::new);
        List<Row> rows = tables.get(table)
                .groupBy(columns)
                .agg(count(lit(1)).as("rows"))
                .orderBy(Stream.concat(Stream.of(col("rows").desc()), Arrays.stream(columns))
                        .toArray(Column[]::new))
                .limit(20)
                .collectAsList();
        out.println(title + (rows.isEmpty() ? ": none" : ":"));
        for (Row r : rows) {
            StringBuilder key = new StringBuilder(String.valueOf(r.get(0)));
            for (int i = 1; i < by.length; i++) {
                key.append(": ").append(r.get(i));
            }
            out.printf(Locale.ROOT, "  %-40s %,12d%n", key, r.getLong(by.length));
        }
    }

    /** The four priorities as the 2 × 2 that they are. */
    private void priorities(Map<String, Dataset<Row>> tables) {
        if (!tables.containsKey(LwpSegments.TABLE.name())) {
            return;
        }
        Map<String, Long> n = new TreeMap<>();
        tables.get(LwpSegments.TABLE.name())
                .groupBy(LwpSegments.PRIORITY)
                .count()
                .collectAsList()
                .forEach(r -> n.put(r.getString(0), r.getLong(1)));
        out.println("Customers by priority:      room high      room low");
        out.printf(
                Locale.ROOT,
                "  results high          A %,11d  C %,11d%n",
                n.getOrDefault("A", 0L),
                n.getOrDefault("C", 0L));
        out.printf(
                Locale.ROOT,
                "  results low           B %,11d  D %,11d%n",
                n.getOrDefault("B", 0L),
                n.getOrDefault("D", 0L));
    }

    /** One of each product, or the ten best would often be the same product ten times. */
    private void best(Map<String, Dataset<Row>> tables) {
        if (!tables.containsKey(Offers.TABLE.name())) {
            return;
        }
        Column what = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID), col(Offers.CONTENT_TRACK));
        Column[] order = {col(Offers.RANK_SCORE).desc(), col(Offers.OFFER_ROW_ID)};
        List<Row> best = tables.get(Offers.TABLE.name())
                .withColumn("_place", row_number().over(Window.partitionBy(what).orderBy(order)))
                .where(col("_place").equalTo(1))
                .orderBy(order)
                .limit(10)
                .select(
                        Offers.TARGET_ID,
                        Offers.OFFER_TYPE,
                        Offers.PRODUCT_NAME,
                        Offers.EXPECTED_VALUE,
                        Offers.CURRENCY,
                        Offers.REASON_TEXT)
                .collectAsList();
        out.println("The best offers of ten products:");
        best.forEach(r -> out.printf(
                Locale.ROOT,
                "  %-12s %-10s %-28s %,12.2f %s%n      %s%n",
                r.get(0),
                r.get(1),
                r.get(2),
                r.getDouble(3),
                r.get(4),
                r.get(5)));
    }

    /** What tonight's offers are expected to bring, and what the 1:5 rule says of winning that from new customers. */
    private void worth(Map<String, Dataset<Row>> tables) {
        if (!tables.containsKey(Offers.TABLE.name())) {
            return;
        }
        for (Row r : tables.get(Offers.TABLE.name())
                .groupBy(Offers.CURRENCY)
                .agg(sum(Offers.EXPECTED_VALUE), count(lit(1)))
                .orderBy(Offers.CURRENCY)
                .collectAsList()) {
            out.printf(
                    Locale.ROOT,
                    "Expected value of the offers: %,.2f %s. %s%n",
                    r.getDouble(1),
                    r.get(0),
                    acquisition(r.getLong(2) * config.offers().contactCost()));
        }
    }

    private String acquisition(double cost) {
        String ratio = BigDecimal.valueOf(config.report().acquisitionCostRatio())
                .stripTrailingZeros()
                .toPlainString();
        return cost > 0
                ? String.format(
                        Locale.ROOT,
                        "Making them costs %,.2f; to win as much from new customers would cost %,.2f (assumption: the 1:%s"
                                + " rule).",
                        cost,
                        cost * config.report().acquisitionCostRatio(),
                        ratio)
                : "With offers.contact_cost set, here would stand what new customers would cost instead (assumption: 1:"
                        + ratio + ").";
    }
}
