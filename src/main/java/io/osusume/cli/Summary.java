package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.OsusumeConfig;
import io.osusume.io.Manifest;
import io.osusume.pipeline.NightReport;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Effects;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Worklist;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a person wants to know in the morning, in {@code run.language} and at most 100 columns: what is offered and what it is worth,
 * then what is wrong with the data, then the rest.
 */
final class Summary {
    /** So many lines of one count. */
    private static final int MOST = 20;

    private static final int LABEL = 58;
    private static final int PRIORITY = 20;

    private final PrintWriter writer;
    private final Lines out;
    private final OsusumeConfig config;
    private final SummaryWords words;

    Summary(PrintWriter writer, OsusumeConfig config) {
        this.writer = writer;
        this.out = new Lines(writer);
        this.config = config;
        this.words = new SummaryWords(config.run().language());
    }

    void print(NightReport report, double seconds) {
        Manifest manifest = report.manifest();
        Map<String, Dataset<Row>> tables = report.tables();
        boolean offers = tables.containsKey(Offers.TABLE.name());
        ReadingSummary reading = new ReadingSummary(writer, config.run().language());
        OffersSummary offered = new OffersSummary(writer, config, tables);
        out.say("");
        if (offers) {
            offered.total();
        }
        reading.wrong(report);
        if (offers) {
            offered.best();
        }
        counts(tables, SuppressedOffers.TABLE.name(), SuppressedOffers.REASON_CODE, "suppressed", "reason");
        counts(tables, LwpSegments.TABLE.name(), LwpSegments.SEGMENT, "segments", "segment");
        priorities(tables);
        new ShelfSummary(writer, config.run().language()).print(tables);
        sections(tables);
        reading.inputs(manifest);
        published(report, seconds);
    }

    private void published(NightReport report, double seconds) {
        Manifest manifest = report.manifest();
        out.say(words.say("tables"));
        manifest.tables()
                .forEach((name, table) -> out.row(25, name, words.say("table.rows", Lines.number(table.rows()))));
        out.whole(words.say(
                "published", report.warehouse(), manifest.runDate(), String.format(Locale.ROOT, "%.1f", seconds)));
        writer.flush();
    }

    /** Of the tables that have a class for theirs. */
    private void sections(Map<String, Dataset<Row>> tables) {
        if (tables.containsKey(Worklist.TABLE.name())) {
            new SheetsSummary(writer, config).print(tables.get(Worklist.TABLE.name()));
        }
        if (tables.containsKey(Effects.TABLE.name())) {
            new EffectsSummary(writer, config).print(tables.get(Effects.TABLE.name()));
        }
        if (tables.containsKey(Acceptance.TABLE.name())) {
            new AcceptanceSummary(writer, config.run().language()).print(tables.get(Acceptance.TABLE.name()));
        }
    }

    private void counts(
            Map<String, Dataset<Row>> tables, String table, String column, String title, String vocabulary) {
        if (!tables.containsKey(table)) {
            return;
        }
        List<Row> rows = tables.get(table)
                .groupBy(column)
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col(column))
                .limit(MOST)
                .collectAsList();
        out.say(rows.isEmpty() ? words.say("none", words.say(title)) : words.say(title));
        rows.forEach(r -> out.row(LABEL, words.word(vocabulary, r.getString(0)), Lines.number(r.getLong(1))));
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
        out.heading(PRIORITY, words.say("priorities"), "", words.say("room.high"), "", words.say("room.low"));
        square("results.high", "A", "C", n);
        square("results.low", "B", "D", n);
    }

    private void square(String row, String left, String right, Map<String, Long> n) {
        out.row(
                PRIORITY,
                words.say(row),
                left,
                Lines.number(n.getOrDefault(left, 0L)),
                right,
                Lines.number(n.getOrDefault(right, 0L)));
    }
}
